import type { Estimate, Product } from "../../src/answers";
import { optionNameOf, ownFields } from "../../src/cli/footprint/options/field-names";
import { usualComposition } from "../support/usual";
import { ran } from "./support/ran";

const PRO2_S = "estimate instance PRO2-S --zone fr-par-2 --hours 730";

describe("footprint estimate", () => {
  it("says one clear figure first, with its range", async () => {
    const { code, out, err } = await ran(PRO2_S);
    expect([code, err]).toEqual([0, ""]);
    const [figure, of] = out.split("\n");
    expect(figure).toBe("2.94 kg CO2e   range 1.18 to 6.22");
    expect(of).toBe("PRO2-S (Instances) in fr-par-2, 730 hours");
  });

  const { plugins, sessionAt } = usualComposition();
  const products = sessionAt(new Date()).allProducts() as unknown as Product[];
  const samples = plugins.flatMap(({ kind, samples }) =>
    Object.values(samples?.().valid ?? {}).map((spec): [string, object] => [kind, spec]),
  );

  it.each(samples)("takes each field of %s %j as an option, and the offer as a word", async (kind, spec) => {
    const product = products.find((one) => one.kind === kind) as Product;
    const given = spec as Record<string, unknown>;
    const args = ownFields(product).flatMap((field): string[] => {
      const value = given[field.name];
      if (value === undefined) return [];
      if (field.role === "OFFER") return [String(value)];
      const option = `--${optionNameOf(field)}`;
      if (field.role !== "NESTED") return [option, String(value)];
      return (value as object[]).flatMap((one) => [
        option,
        Object.entries(one)
          .map(([name, inner]) => `${name}=${inner}`)
          .join(","),
      ]);
    });
    const { code, out, err } = await ran(["estimate", kind, ...args, "--json"]);
    expect([err, code]).toEqual(["", 0]);
    const { input, product: of } = JSON.parse(out) as Estimate;
    // An empty list of pools is said by none.
    const said = Object.fromEntries(
      Object.entries(given).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
    );
    expect([of.kind, input]).toEqual([kind, said]);
  });

  it.each([
    [
      "the product's alias, the option in camel case",
      "estimate vm PRO2-S --cpuLoadPercent 50 --zone fr-par-2",
      { cpuLoadPercent: 50 },
    ],
    [
      "an underscore, and no unit in the name",
      "estimate vm PRO2-S --cpu_load=50% --zone fr-par-2",
      { cpuLoadPercent: 50 },
    ],
    ["options before the product", "estimate --zone fr-par-2 instance PRO2-S", { type: "PRO2-S" }],
    ["the offer as an option", "estimate instance --type PRO2-S --zone fr-par-2", { type: "PRO2-S" }],
    [
      "a terabyte where gigabytes are meant",
      "estimate bucket standard --region fr-par --stored 1.5TB",
      { storedGb: 1500 },
    ],
    [
      "millions of tokens",
      "estimate tokens llama-3.1-8b-instruct --region fr-par --input-tokens 2.5M",
      { inputTokens: 2_500_000 },
    ],
    [
      "pools, with the names that they have",
      'estimate k8s kapsule --region fr-par --pool type=PRO2-S,nodes=3 --pools \'{"type":"DEV1-M","nodes":1}\'',
      {
        pools: [
          { nodeType: "PRO2-S", nodes: 3 },
          { nodeType: "DEV1-M", nodes: 1 },
        ],
      },
    ],
  ])("takes %s", async (_what, line, input) => {
    const { code, out, err } = await ran(`${line} --json`);
    expect([err, code]).toEqual(["", 0]);
    expect((JSON.parse(out) as Estimate).input).toMatchObject(input);
  });

  it.each(["PRO2-S --zone fr-par-2", "--zone fr-par-2 pro2-s"])(
    "takes an offer of one product alone for the product: %s",
    async (words) => {
      const { code, out, err } = await ran(`estimate ${words} --quiet`);
      expect([err, code]).toEqual(["", 0]);
      expect(out).toBe((await ran("estimate instance PRO2-S --zone fr-par-2 --quiet")).out);
    },
  );

  it.each([
    ["an unknown command", "estimat instance", "(Did you mean estimate?)"],
    ["a command like no other", "nonsense", "Commands: estimate, explain, compare, "],
    ["a command in place of another", "estimat", " (Did you mean estimate?) Commands: estimate,"],
    ["an unknown product", "estimate instanse PRO2-S", "Did you mean instance?"],
    ["an offer of a product", "estimate PRO9-S", "Did you mean instance PRO2-S, instance PRO2-XS?"],
    ["an unknown option", `${PRO2_S} --zon x`, "(Did you mean --zone?)"],
    ["an unknown offer", "estimate instance PRO2S --zone fr-par-2", "Did you mean PRO2-S"],
    ["an unknown place", "estimate instance PRO2-S --zone fr-par-22", "Did you mean fr-par-2"],
    ["a missing option", "estimate instance PRO2-S", "--zone is missing. Zone, for example fr-par-2."],
    ["a number that is none", `${PRO2_S} --cpu-load lots`, "It must be a number of %"],
    [
      "another option for a value",
      "estimate instance PRO2-S --zone -q",
      "argument missing: -q stands where it",
    ],
    [
      "an option in place of a zone",
      "compare instance PRO2-S --zone fr-par-2 -- --zone --json",
      "missing: --json",
    ],
    [
      "a second resource for a value",
      "compare instance PRO2-S --zone -- PRO2-M",
      "'--zone <zone>' argument missing",
    ],
    [
      "an option in place of a file",
      "portfolio lines.csv --hours -q",
      "'--hours <hours>' argument missing: -q",
    ],
    ["a value with a dash", "estimate instance PRO2-S --zone=-q", 'Unknown zone "-q".'],
    ["a negative load", `${PRO2_S} --cpu-load -5`, "--cpu-load-percent must be from 0 to 100 %, got -5."],
    [
      "negative bytes",
      "estimate bucket standard --region fr-par --stored -.5GB",
      "must be from 0 to 250,000 for",
    ],
    [
      "negative nodes",
      "estimate k8s kapsule --region fr-par --pool type=PRO2-S,nodes=-3",
      "nodes must be 0 or more",
    ],
    ["negative hours", "estimate instance PRO2-S --zone fr-par-2 --hours -5", "got -5."],
    [
      "a port that is none",
      "serve --port 99999999",
      "'--port <port>' argument '99999999' is invalid. It must be",
    ],
    ["no port", "serve --port ''", "It must be a whole number from 0 to 65535."],
    ["a number beyond its limits", `${PRO2_S} --cpu-load 120`, "--cpu-load-percent must be from 0 to 100"],
    ["a name in a list", "estimate k8s kapsule --region fr-par --pool nods=3", "Did you mean nodes?"],
    ["a list without names", "estimate k8s kapsule --region fr-par --pool PRO2-S", "must be name=value"],
    ["a threshold that is none", `${PRO2_S} --fail-above lots`, "such as 10kg"],
    ["a threshold without end", `${PRO2_S} --fail-above 1e400kg`, "such as 10kg"],
    ["a period twice", `${PRO2_S} --from 2026-01-01`, "Give either --hours, or --from and --to, not both."],
    ["half a period", "estimate instance PRO2-S --zone fr-par-2 --to 2026-01-01", "--to needs a --from."],
    [
      "an end before its beginning",
      "estimate instance PRO2-S --zone fr-par-2 --from 2026-05-01 --to 2026-04-01",
      "--to must not be before --from.",
    ],
    [
      "days before the first value",
      "estimate instance PRO2-S --zone fr-par-2 --from 2024-05-01 --to 2024-06-01",
      "with the factors of that day: --as-of 2024-09-11.",
    ],
    [
      "a name like no other",
      "estimate tokens nope --region fr-par",
      'Unknown language model "nope". footprint products serverless lists',
    ],
    ["an offer like no other", "estimate lb qqqq --zone fr-par-1", "There are LB-S, "],
    ["a place like no other", "estimate instance PRO2-S --zone x", 'Unknown zone "x". There are '],
    [
      "a zone of another region",
      "estimate k8s kapsule --region fr-par --pool type=PRO2-S,nodes=3,zone=nl-ams-1",
      "--pool: nl-ams-1 is not a zone of fr-par, the region of the cluster. ",
    ],
    [
      "an offer of the second of a list",
      "estimate k8s kapsule --region fr-par --pool type=PRO2-S,nodes=1 --pool type=PRO2S,nodes=3",
      "--pool (number 2): Unknown Instance type",
    ],
    [
      "what a list lacks",
      "estimate k8s kapsule --region fr-par --pool nodes=3",
      "--pool: node-type is missing.",
    ],
    [
      "the second of two",
      "compare instance PRO2-S --zone fr-par-2 -- lb LB-S",
      "error: the second resource: --zone is missing.",
    ],
    [
      "a number of the second",
      "compare instance PRO2-S --zone fr-par-2 -- --cpu-load 101",
      "the second resource: --cpu-load-percent must be",
    ],
    ["a place twice", `${PRO2_S} --zone pl-waw-2`, "--zone fr-par-2 and --zone pl-waw-2."],
    [
      "the same place twice",
      `${PRO2_S} --zone=fr-par-2`,
      "two values where one is taken: --zone fr-par-2 and",
    ],
    ["an offer twice", `${PRO2_S} --type PRO2-M`, "two values where one is taken: --type PRO2-M and PRO2-S."],
    [
      "two names of an option",
      `${PRO2_S} --cpu-load 10 --cpu-load-percent 20`,
      "one is taken: --cpu-load 10 and --cpu-load-percent 20.",
    ],
    ["hours twice", `${PRO2_S} --hours 10`, "one is taken: --hours 730 and --hours 10."],
    ["a format twice", `${PRO2_S} --format json --format csv`, "--format json and --format csv."],
    ["a server twice", `${PRO2_S} --server http://a --server http://b`, "http://a and --server http://b."],
    ["a day twice", "factors pue --as-of 2026-01-01 --as-of 2026-02-01", "two values where one is taken"],
    ["a port twice", "serve --port 4001 --port 4002", "one is taken: --port 4001 and --port 4002."],
    ["a baseline twice", "terraform - --baseline a --baseline b", "--baseline a and --baseline b."],
    [
      "a place of the second twice",
      "compare instance PRO2-S --zone fr-par-2 -- --zone pl-waw-2 --zone pl-waw-3",
      "one is taken: --zone pl-waw-2 and --zone pl-waw-3.",
    ],
    [
      "other hours of the second",
      `compare ${PRO2_S.slice("estimate ".length)} -- PRO2-M --hours 10`,
      "--hours is one for both resources: 730 and 10 are two.",
    ],
    ["a decimal comma", "estimate instance PRO2-S --zone fr-par-2 --hours 7,5", "must be a number of hours"],
    [
      "too many words",
      `${PRO2_S} again`,
      "too many arguments: again. Only the offer is written without its option: --help lists them.",
    ],
    [
      "a place without its option",
      "estimate load-balancer LB-S FR_PAR_1",
      "too many arguments: FR_PAR_1. Only the offer is written without its option: --zone FR_PAR_1.",
    ],
    [
      "an amount and a place without their options",
      "estimate block-volume sbs_15k 100 fr-par-1",
      "its option: --size-gb 100 --zone fr-par-1.",
    ],
    [
      "a place of the second without its option",
      "compare instance PRO2-S --zone fr-par-2 -- PRO2-M pl-waw-2",
      "too many arguments: pl-waw-2. Only the offer is written without its option: --zone pl-waw-2.",
    ],
    ["no product", "estimate", "load-balancer"],
    ["nothing", "", "Commands:"],
  ])("ends with 2 for %s, and says what is meant", async (_what, line, says) => {
    const { code, out, err } = await ran(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(says);
    // Codes are for programs.
    expect(err).not.toMatch(/otherwise\s+[A-Z]+_/i);
  });

  it.each([
    ["1kg", 3, "Greenhouse gases: 2.94 kg CO2e is more than 1 kg CO2e."],
    ["2935 g", 3, "is more than 2.94 kg"],
    ["3 kg CO2e", 0, ""],
    ["0.1t", 0, ""],
    ["3", 0, ""],
    ["5.9kWh", 3, "Final energy"],
    ["1L", 3, "On-site cooling water"],
    ["2 L", 0, ""],
    ["103 MJ", 3, "Primary energy"],
  ])("--fail-above %s ends with %d", async (amount, expected, says) => {
    const { code, out, err } = await ran([...PRO2_S.split(" "), "--fail-above", amount, "--quiet"]);
    expect([code, out]).toEqual([expected, "2.94 kg CO2e\n"]);
    expect(err).toContain(says);
  });

  it("holds to each of several thresholds", async () => {
    const { code, err } = await ran(`${PRO2_S} --fail-above 1kg --fail-above 1MJ --quiet`);
    expect(code).toBe(3);
    expect(err.match(/is more than/g)).toHaveLength(2);
  });

  it("takes the same period with both resources of a comparison", async () => {
    const { code, err } = await ran(
      'compare "instance PRO2-S --zone fr-par-2 --hours 10" "PRO2-M --hours 10"',
    );
    expect([err, code]).toEqual(["", 0]);
  });

  it("cannot hold to a threshold what is unknown", async () => {
    const { code, err } = await ran("estimate instance PRO2-S --zone pl-waw-2 --fail-above 1m3");
    expect([code, err]).toEqual([1, "On-site cooling water is unknown, and cannot be held to 1 m³.\n"]);
  });

  it.each([40, 60, 80])("fits %d columns", async (columns) => {
    const { out } = await ran(PRO2_S, { environment: { COLUMNS: String(columns) } });
    expect(out.split("\n").filter((line) => [...line].length > columns)).toEqual([]);
    const help = await ran("estimate instance --help", { environment: { COLUMNS: String(columns) } });
    expect(help.code).toBe(0);
  });

  it.each([
    ["a pipe", {}, false],
    ["a terminal", { terminal: 80 }, true],
    ["NO_COLOR", { terminal: 80, environment: { NO_COLOR: "1" } }, false],
    ["FORCE_COLOR", { environment: { FORCE_COLOR: "1" } }, true],
  ])("colours by %s as it should", async (_what, options, isColoured) => {
    const { out } = await ran(PRO2_S, options);
    expect(out.includes("\u001b[")).toBe(isColoured);
  });

  it("answers as CSV and as Markdown", async () => {
    const csv = await ran(`${PRO2_S} --csv`);
    const [head, row, end] = csv.out.split("\n").map((line) => line.split(","));
    expect(head?.slice(0, 5)).toEqual(["product", "name", "place", "hours", "kgCo2Equivalent"]);
    expect(row?.slice(0, 4)).toEqual(["instance", "PRO2-S", "fr-par-2", "730"]);
    expect(Number(row?.[4])).toBeCloseTo(2.935, 3);
    expect([head?.length, end]).toEqual([row?.length, [""]]);
    const markdown = await ran(`${PRO2_S} --format markdown`);
    expect(markdown.out).toContain("**2.94 kg CO2e** (range 1.18 to 6.22)");
    expect(markdown.out).toContain("| Manufacturing | 0.909 kg CO2e | 31 % |");
  });
});
