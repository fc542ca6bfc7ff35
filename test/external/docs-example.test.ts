import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkPlugin, type ProductPlugin } from "../../src/plugin-kit";
import { loadExternalPlugins } from "../../src/process/external-plugins";

const PAGE = readFileSync(join(__dirname, "../../docs/plugins.md"), "utf8");
const DOOR = "/srv/footprint-graph/dist/src/plugin-kit";
/** A file of the example: its name in backticks, and its text below. */
const FILE = /`([\w/-]+\.(?:js|csv|json))`:\n\n```\w+\n([\s\S]*?)\n```/g;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footprint-example-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The plugin of the page, with a change in one of its files. */
function written(from = "", to = ""): ProductPlugin {
  const files = [...PAGE.matchAll(FILE)].map(([, name = "", text = ""]) => ({ name, text }));
  expect(files.map(({ name }) => name)).toEqual([
    "index.js",
    "data/address-types.csv",
    "data/address-powers.csv",
    "samples.json",
  ]);
  expect(files.filter(({ text }) => text.includes(from)).length).toBeGreaterThan(0);
  for (const { name, text } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const here = text.replace(DOOR, join(__dirname, "../../src/plugin-kit"));
    writeFileSync(
      join(folder, name),
      here.replace(from, () => to),
    );
  }
  return loadExternalPlugins([folder], tmpdir())[0] as ProductPlugin;
}

/** What is wrong with it by itself: of the other products, composing is most of the work, and says nothing of a mistake. */
const wrongWith = (plugin: ProductPlugin) => checkPlugin(plugin, { plugins: [] });

describe("the example of a function on the page for authors of plugins", () => {
  it("passes the kit as it stands", async () => {
    expect(await checkPlugin(written())).toEqual([]);
  });

  it.each([
    ['kit.input(addresses, "-")', "kit.input(Number.NaN, '-')", "a range needs finite bounds"],
    ['kit.input(addresses, "-")', "addresses", "Cannot read properties"],
    [
      "factors.value(type.power_series)",
      'factors.value("address.power")',
      "no factor address.power is in force",
    ],
    ["kit.siteOf(zone, factors)", "kit.siteOf(zone.site.name, factors)", "Cannot read properties"],
  ])("with the mistake %j → %j is told in which line it is", async (from, to, message) => {
    const [first] = await wrongWith(written(from, to));
    expect(first).toMatchObject({ rule: "answers", problem: expect.stringContaining(message) });
    expect(first?.problem).toMatch(/\(at .*index\.js:\d+:\d+\)$/);
  });

  it.each([
    ["return kit.footprintOf([", "return ([", "must return footprintOf([…])"],
    [
      "times: kit.exactly(checked.addresses)",
      "times: checked.addresses",
      'needs how many of it there are as "times"',
    ],
  ])("with the mistake %j → %j is told what to return", async (from, to, message) => {
    const problems = (await wrongWith(written(from, to))).map(({ problem }) => problem);
    expect(problems).toContainEqual(expect.stringContaining(message));
  });

  it("names the series that may be meant by one that no file has", async () => {
    const plugin = written("value(type.power_series)", 'value("address.ipv4.powr")');
    const [first] = await wrongWith(plugin);
    expect(first?.problem).toContain(": no file has it. Did you mean address.ipv4.power");
  });
});
