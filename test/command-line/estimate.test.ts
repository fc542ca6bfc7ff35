import { optionNameOf, ownFields } from "../../src/cli/footprint/options/field-names";
import type { Estimate, Product } from "../../src/library";
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
