import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { blocksOf, ofAnyDay } from "./support/page-blocks";

const run = promisify(execFile);
const ROOT = join(__dirname, "..", "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** Asks a graph that was started in another way, or prints how long an answer is, which follows the day. */
const OTHERWISE = /operations\/month|size_download/;
/** Commands that ask the graph, each by its first line and with what is printed below them. */
const asked = ["README.md", "docs/questions.md", "docs/http.md"].flatMap((page) => {
  const blocks = blocksOf(readFileSync(join(ROOT, page), "utf8"));
  return blocks.flatMap(({ language, text }, index): [string, string, string][] =>
    language === "sh" && text.includes("http://localhost:4000") && !OTHERWISE.test(text)
      ? [[text.slice(0, text.indexOf("\n")), text, blocks[index + 1]?.text ?? ""]]
      : [],
  );
});

describe("the README", () => {
  let graph: LiveGraph;
  const folder = mkdtempSync(join(tmpdir(), "footprint-readme-"));
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(async () => {
    await graph.stop();
    rmSync(folder, { recursive: true });
  });

  it("asks the graph at all", () => {
    expect(asked.length).toBeGreaterThanOrEqual(4);
  });

  it.each(asked)("prints what is answered: %s", async (_, command, printed) => {
    const here = command.replaceAll("http://localhost:4000", new URL(graph.url).origin);
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", here], { cwd: folder });
    expect(ofAnyDay(stdout.trimEnd())).toBe(ofAnyDay(printed.trimEnd()));
  });

  it("begins with a figure that rests on no assumption of its place", () => {
    expect(asked[0]?.[2]).not.toMatch(/assumed/);
  });

  it("leads to pages that there are", () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
