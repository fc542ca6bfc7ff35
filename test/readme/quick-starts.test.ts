import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { type Block, blocksOf, type Command, commandsOf, ofAnyDay } from "./support/page-blocks";

const run = promisify(execFile);
const ROOT = join(__dirname, "../..");
const PAGES = join(ROOT, "docs/quick-starts");
/** With `WRITE_OUTPUTS=1`, what is printed is written into the pages. */
const WRITES = process.env.WRITE_OUTPUTS === "1";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

it("the README estimates as the command does", async () => {
  const [block] = blocksOf(readFileSync(join(ROOT, "README.md"), "utf8")).filter(
    ({ language }) => language === "console",
  );
  const [{ command, printed }] = commandsOf(block as Block) as [Command];
  const here = command.replace(
    /^footprint/,
    `"${process.execPath}" "${join(ROOT, "dist/src/cli/footprint.js")}"`,
  );
  expect((await run("bash", ["-c", here])).stdout.trimEnd()).toBe(printed);
});

describe.each(readdirSync(PAGES).filter((file) => file !== "README.md"))("docs/quick-starts/%s", (file) => {
  const page = readFileSync(join(PAGES, file), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "footprint-start-"));
  beforeAll(() => {
    // As it is where the package was installed: its command on the PATH, and the package beside what is written.
    mkdirSync(join(folder, "bin"));
    symlinkSync(join(ROOT, "dist/src/cli/footprint.js"), join(folder, "bin/footprint"));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules/footprint-graph"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    if (WRITES) writeFileSync(join(PAGES, file), written);
  });

  const shell = async (command: string): Promise<string> => {
    const here = command.replaceAll("http://localhost:4000", new URL(graph.url).origin);
    const env = {
      ...process.env,
      PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`,
      NO_COLOR: "1",
    };
    const options = { cwd: folder, env: { ...env, FOOTPRINT_STORE: ":memory:" } };
    // What is refused is part of what is shown: its words are on the other stream.
    const { stdout, stderr } = await run("bash", ["-o", "pipefail", "-c", here], options).catch(
      (failed: { stdout: string; stderr: string; code: unknown }) => {
        if (typeof failed.code !== "number" || failed.code > 4) throw failed;
        return failed;
      },
    );
    return `${stdout}${stderr}`.trimEnd();
  };
  const steps = blocksOf(page).map((block, index): [string, Block] => [
    `${index + 1}: ${block.language} ${block.text.slice(0, 60).split("\n", 1)[0]}`,
    block,
  ]);
  let written = page;

  it.each(steps.filter(([, { notRun }]) => notRun === undefined))("runs block %s", async (_, block) => {
    if (block.language === "sh") {
      const ran = run("bash", ["-euo", "pipefail", "-c", block.text], { cwd: folder });
      await expect(ran).resolves.toHaveProperty("stdout");
    } else if (block.language === "graphql") {
      const { data, errors = [] } = await graph.askText(block.text);
      expect(errors).toEqual([]);
      expect(Object.values(data ?? {}).every((value) => value !== null)).toBe(true);
    } else {
      expect(block.language).toBe("console");
      const answered: string[] = [];
      for (const { command, printed } of commandsOf(block)) {
        const output = await shell(command);
        answered.push(`$ ${command}\n${output}\n`);
        if (!WRITES) expect(ofAnyDay(output)).toBe(ofAnyDay(printed));
      }
      written = written.replace(block.text, () => answered.join("\n"));
    }
  });

  it("leads to pages that there are", () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path as string);
    expect(links.filter((path) => !existsSync(join(PAGES, path)))).toEqual([]);
  });

  it("is no longer than a page and a half", () => {
    const prose = page.replace(/```[\s\S]*?```/g, "");
    expect(prose.split(/\s+/).length).toBeLessThan(450);
  });
});
