import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { type Block, blocksOf, ofAnyDay } from "./support/page-blocks";

const run = promisify(execFile);
const ROOT = join(__dirname, "../..");
const pageOf = (name: string): Block[] => blocksOf(readFileSync(join(ROOT, "docs", `${name}.md`), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "footprint-operator-"));
// As it is after a build, in a folder that can be written to.
symlinkSync(join(ROOT, "dist"), join(folder, "dist"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a shell prints, and how it ends. */
async function shell(command: string): Promise<Ended> {
  const options = { cwd: folder, env: { ...process.env, FOOTPRINT_STORE: ":memory:" } };
  return run("bash", ["--norc", "-eo", "pipefail", "-c", command], options).then(
    (printed) => ({ code: 0, ...printed }),
    (failed: Ended) => failed,
  );
}

/** A block that begins so, and the block below it. */
function shown(blocks: readonly Block[], begins: string): { command: string; printed: string } {
  const at = blocks.findIndex(({ text }) => text.startsWith(begins));
  return { command: blocks[at]?.text ?? "", printed: (blocks[at + 1]?.text ?? "").trimEnd() };
}

describe("docs/data.md", () => {
  const blocks = pageOf("data");
  const sheets = blocks.filter(({ language }) => language === "csv").map(({ text }) => text);
  let graph: LiveGraph;
  beforeAll(async () => {
    for (const [name, text] of [
      ["my-data/core/effectiveness.csv", sheets[0]],
      ["broken/core/effectiveness.csv", sheets[1]],
      ["broken/instances/hosts.csv", "id\n"],
    ] as const) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text as string);
    }
    graph = await startLiveGraph({ dataOverlay: join(folder, "my-data") });
  });
  afterAll(() => graph.stop());

  const asked = blocks.flatMap(({ language, text }, at): [string, string, string][] =>
    language === "sh" && text.startsWith("curl ")
      ? [[text.slice(-60), text, blocks[at + 1]?.text ?? ""]]
      : [],
  );

  it("asks a graph with the overlay at all", () => {
    expect(asked.length).toBeGreaterThanOrEqual(2);
  });

  it.each(asked)("prints what is answered: …%s", async (_, command, printed) => {
    const here = command.replaceAll("http://localhost:4123", new URL(graph.url).origin);
    expect(ofAnyDay((await shell(here)).stdout.trimEnd())).toBe(ofAnyDay(printed.trimEnd()));
  });

  it("says what is wrong with a broken overlay, and ends with 1", async () => {
    const { command, printed } = shown(blocks, "FOOTPRINT_DATA=broken");
    const { code, stderr } = await shell(command);
    expect([code, stderr.trimEnd()]).toEqual([1, printed]);
  });
});

it("docs/operations.md says why a process with a database that is away does not start", async () => {
  const { command, printed } = shown(pageOf("operations"), "DATABASE_URL=postgres://graph:secret");
  const { code, stderr } = await shell(`PORT=0 ${command}`);
  expect([code, stderr.trimEnd()]).toEqual([1, printed]);
});

it("docs/architecture.md estimates without the graph", async () => {
  const { command } = shown(pageOf("architecture"), "const { composeEstimates }");
  writeFileSync(join(folder, "estimate.js"), command);
  const { code, stdout } = await shell(`${process.execPath} estimate.js`);
  expect(code).toBe(0);
  const [, expected] = /expected: ([\d.]+)/.exec(stdout) ?? [];
  expect(Number(expected)).toBeCloseTo(0.23069, 4);
});
