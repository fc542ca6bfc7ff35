import { COMMANDS } from "../../src/cli/footprint/commands";
import { candidatesFor } from "../../src/cli/footprint/completions";
import { buildProgram } from "../../src/cli/footprint/program";
import { openFootprints } from "../../src/library";
import { ran } from "./support/ran";

const INSTANCE = "instance PRO2-S --zone fr-par-2";

describe("footprint compare", () => {
  it.each([
    ["an offer", `compare ${INSTANCE} -- PRO2-M`, { type: "PRO2-M", zone: "fr-par-2" }],
    [
      "a place, and its output at the end",
      `compare ${INSTANCE} -- --zone pl-waw-2`,
      { type: "PRO2-S", zone: "pl-waw-2" },
    ],
    ["another product", `compare ${INSTANCE} -- lb LB-S --zone fr-par-2`, { type: "LB-S", zone: "fr-par-2" }],
    ["a text", `compare "${INSTANCE}" "PRO2-M"`, { type: "PRO2-M", zone: "fr-par-2" }],
    [
      "a text with its product",
      `compare "${INSTANCE}" "vm DEV1-M --zone fr-par-1"`,
      { type: "DEV1-M", zone: "fr-par-1" },
    ],
  ])("takes as the second %s, with the rest as in the first", async (_what, line, input) => {
    const { code, out, err } = await ran(`${line} --json`);
    expect([err, code]).toEqual(["", 0]);
    const { a, b, difference } = JSON.parse(out);
    expect([a.input, b.input]).toEqual([{ type: "PRO2-S", zone: "fr-par-2" }, input]);
    const [first, second] = [a, b].map((one) => one.total.kgCo2Equivalent.expected);
    expect(difference.amounts.kgCo2Equivalent.expected).toBeCloseTo(second - first, 9);
  });

  it("says the difference first, and what drives it", async () => {
    const { out } = await ran(`compare ${INSTANCE} -- PRO2-M`);
    expect(out).toMatch(/^\+1\.12 kg CO2e \(\+38 %\) {3}settled/);
    expect(out).toContain("What drives it");
  });

  it("says of a resource and itself that they are the same, and of no order", async () => {
    const { out } = await ran(`compare ${INSTANCE} -- PRO2-S`);
    expect(out).toMatch(/ {3}the same, wherever in their ranges the factors are\n/);
    expect(out).not.toContain("settled");
  });

  it.each([
    ["no second", `compare ${INSTANCE}`, "The second resource is missing"],
    ["an unknown option of the second", `compare ${INSTANCE} -- --zon x`, "Did you mean --zone?"],
    ["an unknown offer of the second", `compare ${INSTANCE} -- PRO2-XM`, "Did you mean PRO2-"],
  ])("ends with 2 for %s", async (_what, line, says) => {
    const { code, out, err } = await ran(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });
});

describe("footprint explain", () => {
  it("shows the tree with guides, formulas, terms and sources", async () => {
    const { code, out } = await ran(`explain ${INSTANCE}`, { environment: { COLUMNS: "100" } });
    expect(code).toBe(0);
    expect(out).toMatch(/├─ Server +1\.09 kg CO2e +37 %\n│ {2}├─ CPU/);
    expect(out).toContain("use = E_it × PUE × EF = 75.5 g CO2e");
    expect(out).toMatch(
      /\[\d+\] Power usage effectiveness of fr-par-2: 1\.16 .* published, from 2026-05-01\./,
    );
    // Each number that stands behind a term is one of the sources.
    const numbered = new Set([...out.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
    const sources = [...out.matchAll(/^• \[(\d+)\]/gm)].map(([, number]) => Number(number));
    expect(sources).toEqual([...numbered].sort((a, b) => a - b));
    expect(sources.length).toBeGreaterThan(5);
  });

  it("is as deep, and has as many formulas, as is asked for", async () => {
    const shallow = await ran(`explain ${INSTANCE} --depth 1`);
    expect(shallow.out).not.toContain("CPU  ");
    const [few, all] = [await ran(`explain ${INSTANCE}`), await ran(`explain ${INSTANCE} --all`)];
    expect(all.out.split("\n").length).toBeGreaterThan(2 * few.out.split("\n").length);
    expect((await ran(`explain ${INSTANCE} --depth none`)).code).toBe(2);
  });

  it.each([60, 100])("fits %d columns", async (columns) => {
    const { out } = await ran(`explain k8s kapsule --region fr-par --pool type=PRO2-S,nodes=2`, {
      environment: { COLUMNS: String(columns) },
    });
    expect(out.split("\n").filter((line) => [...line].length > columns)).toEqual([]);
  });
});

describe("other commands", () => {
  it("rank places, tell a history, find factors, and list products", async () => {
    const alternatives = await ran(`alternatives ${INSTANCE}`);
    expect(alternatives.out).toMatch(/ {2}1\?? {2}fr-par-1 \(FR\)/);
    const history = await ran(`history ${INSTANCE} --from 2026-01-01 --to 2026-06-01`);
    expect(history.out).toMatch(/2026-03-31 +2\.95 kg CO2e +\+68\.7 %/);
    const factors = await ran("factors pue fr-par-2 --as-of 2026-11-01 --confidence published");
    expect(factors.out).toContain("Power usage effectiveness of fr-par-2 (pue.fr-par-2@2026-05-01)");
    const products = await ran("products");
    for (const { id } of await openFootprints().products())
      expect(products.out).toContain(id.toLowerCase().slice(0, 9));
    const bucket = await ran("products s3 --json");
    expect(JSON.parse(bucket.out).fields.length).toBeGreaterThan(2);
  });

  it.each(["table", "json", "csv", "markdown"])("answer as %s", async (format) => {
    for (const line of [
      `alternatives ${INSTANCE}`,
      `history ${INSTANCE}`,
      "factors pue",
      "products",
      "products vm",
      `explain ${INSTANCE}`,
    ]) {
      const { code, out, err } = await ran(`${line} --format ${format}`);
      expect([line, err, code]).toEqual([line, "", 0]);
      if (format === "json") expect(JSON.parse(out)).toBeTruthy();
      if (format === "csv") {
        const [head, ...rows] = out.trimEnd().split("\n");
        expect(rows.length).toBeGreaterThan(0);
        expect((head as string).split(",").length).toBeGreaterThan(3);
      }
    }
  });

  it.each(["--json --csv", "--markdown --csv", "--format table --json"])(
    "in one way, not by %s",
    async (both) => {
      const { code, out, err } = await ran(`products ${both}`);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("cannot be used with option");
    },
  );

  it("ends with 1 where no factor is found", async () => {
    expect((await ran("factors nosuchword")).code).toBe(1);
    expect((await ran("factors nosuchword --json")).code).toBe(1);
  });

  it.each(COMMANDS.filter(({ isHidden }) => !isHidden).map(({ name }) => name))(
    "%s has help, in 60 columns",
    async (name) => {
      const { code, out } = await ran(`${name} --help`, { environment: { COLUMNS: "60" } });
      expect(code).toBe(0);
      expect(out).toContain(`Usage: footprint ${name}`);
    },
  );
});

describe("in 60 columns", () => {
  it.each([
    `compare ${INSTANCE} -- lb LB-S --zone pl-waw-1`,
    `alternatives ${INSTANCE}`,
    `history ${INSTANCE}`,
    "factors gpu",
    "products",
    "products k8s",
    "--help",
    ...COMMANDS.filter(({ isHidden }) => !isHidden).map(({ name }) => `${name} --help`),
    "estimate k8s --help",
  ])("%s has no line that is longer", async (line) => {
    const { code, out } = await ran(line, { environment: { COLUMNS: "60" } });
    expect(code).toBe(0);
    expect(out.split("\n").filter((one) => [...one].length > 60)).toEqual([]);
  });
});

describe("completion", () => {
  const footprints = openFootprints();
  const context = {
    io: { out: { write: () => {}, isTerminal: false, columns: undefined, stream: null }, environment: {} },
    footprints: async () => footprints,
    exitCode: 0,
    program: (args: readonly string[]) => buildProgram(args, context as never),
  };
  const following = async (line: string): Promise<string[]> =>
    (await candidatesFor(line.split(" "), context as never)).map(({ value }) => value);

  it.each([
    ["est", ["estimate"]],
    ["estimate load", ["load-balancer"]],
    ["estimate instance PRO2-X", ["PRO2-XXS", "PRO2-XS"]],
    ["estimate instance PRO2-S --zone fr-", ["fr-par-2", "fr-par-1", "fr-par-3"]],
    ["estimate vm PRO2-S --zone = nl-ams-1", ["nl-ams-1"]],
    ["estimate instance PRO2-S --zone=it", ["--zone=it-mil-1"]],
    ["estimate instance PRO2-S --cpu", ["--cpu-load-percent"]],
    ["estimate instance PRO2-S --format js", ["json"]],
    ["estimate instance --zone fr-par-2 DEV1-S", ["DEV1-S"]],
    ["compare instance PRO2-S --zone pl-waw-1", ["pl-waw-1"]],
    ["estimate k8s kapsule --pool n", ["node-type=", "nodes="]],
    ["estimate k8s kapsule --pool node-type=PRO2-X", ["node-type=PRO2-XXS,", "node-type=PRO2-XS,"]],
    [
      "estimate k8s kapsule --pool type=PRO2-S,",
      ["nodes=", "zone=", "cpu-load-percent=", "gpu-load-percent="].map((one) => `type=PRO2-S,${one}`),
    ],
    ["estimate k8s kapsule --pool type=PRO2-S,nodes=3,zone=nl-ams-1", ["type=PRO2-S,nodes=3,zone=nl-ams-1"]],
    ["estimate k8s kapsule --pool=type=PRO2-XX", ["--pool=type=PRO2-XXS,"]],
    ["estimate k8s kapsule --pool type = PRO2-XX", ["PRO2-XXS,"]],
    ["estimate k8s kapsule --pool type = PRO2-S,nodes = 3,zo", ["3,zone="]],
    [
      "estimate k8s kapsule --pool nodes = 3,type = PRO2-S,zone =",
      [
        "fr-par-1",
        "fr-par-2",
        "fr-par-3",
        "nl-ams-1",
        "nl-ams-2",
        "nl-ams-3",
        "pl-waw-1",
        "pl-waw-2",
        "pl-waw-3",
      ],
    ],
    ["estimate k8s kapsule --pool nope=x", []],
    ['estimate k8s kapsule --pool {"type":', []],
    ["compare k8s kapsule -- --pool type=PRO2-XX", ["type=PRO2-XXS,"]],
    ["factors --confidence as", ["assumed"]],
    ["completion z", ["zsh"]],
    ["products ser", ["serverless"]],
    ["portfolio some", []],
  ])("of %j", async (line, expected) => {
    expect((await following(line)).sort()).toEqual([...expected].sort());
  });

  it("leaves out what is for programs", async () => {
    expect(await following("comp")).toEqual(["compare", "completion"]);
  });

  it.each([
    ["bash", "PRO2-XS\n"],
    ["zsh", "PRO2-XS\n"],
    ["fish", "PRO2-XS\n"],
  ])("is printed for %s", async (shell, line) => {
    const { out, code } = await ran(["complete", "--shell", shell, "--", "estimate", "instance", "PRO2-XS"]);
    expect([out, code]).toEqual([line, 0]);
    expect((await ran(`completion ${shell}`)).out).toContain("footprint complete --shell");
  });
});
