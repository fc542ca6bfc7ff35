import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMANDS } from "../../src/cli/footprint/commands";
import { EXIT } from "../../src/cli/footprint/exit-codes";
import { ran, words } from "./support/ran";

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "command-line.md"), "utf8");

interface Told {
  readonly command: string;
  readonly output: string;
}

/** Commands of the page, each with the lines below it. */
function toldIn(page: string): Told[] {
  return [...page.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    (block as string)
      .split(/^\$ /m)
      .filter((one) => one !== "")
      .map((one) => {
        const [command = "", ...lines] = one.split("\n");
        return { command, output: lines.join("\n").trimEnd() };
      }),
  );
}

const folder = mkdtempSync(join(tmpdir(), "footprint-page-"));
const before = process.cwd();
beforeAll(() => {
  const [, sheet] = /`resources\.csv`:\n\n```csv\n([\s\S]*?)```/.exec(PAGE) ?? [];
  writeFileSync(join(folder, "resources.csv"), sheet as string);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** What a shell prints for a command of the page: at its end, one of two programs that pages use. */
async function printed(line: string): Promise<string> {
  const [main, ...filters] = line.split(" | ").filter((one) => !one.startsWith("cat "));
  const input = line.startsWith("cat ") ? readFileSync(line.split(" ")[1] as string) : "";
  const { out, err } = await ran(words(main as string).slice(1), { input, environment: { COLUMNS: "80" } });
  const cut = filters.reduce((text, filter) => {
    const [, most] = /^cut -d, -f1-(\d+)$/.exec(filter) ?? [];
    if (most === undefined) throw new Error(`the page uses ${filter}, which is not known here`);
    return text
      .split("\n")
      .map((one) => one.split(",").slice(0, Number(most)).join(","))
      .join("\n");
  }, out);
  return (err + cut).trimEnd();
}

describe("the page about the command line", () => {
  const told = toldIn(PAGE);

  it("shows commands at all", () => {
    expect(told.length).toBeGreaterThan(10);
  });

  it.each(told.map((one) => [one.command, one.output]))("%s is answered so", async (command, output) => {
    expect(await printed(command as string)).toBe(output);
  });

  it("has every command, and every code that it ends with", () => {
    const [table = ""] = /\| command \|[\s\S]*?\n\n/.exec(PAGE) ?? [];
    const named = [...table.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(
      COMMANDS.filter(({ isHidden }) => !isHidden)
        .map(({ name }) => name)
        .sort(),
    );
    const codes = [...PAGE.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });
});
