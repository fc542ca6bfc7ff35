import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const MODEL = "llama-3.3-70b-instruct";
const USAGE = `model: "${MODEL}", region: "fr-par", outputTokens: 1000000`;

interface Figure {
  readonly notes: readonly string[];
  readonly total: { readonly kgCo2Equivalent: number };
}

async function figureOf(more: string): Promise<Figure> {
  const query = `{ one: serverlessUsage(input: {${USAGE} ${more}}) { footprint { notes total { kgCo2Equivalent } } } }`;
  return (dataOf(await graph.askText(query)).one as { footprint: Figure }).footprint;
}

const firstNote = ({ notes }: Figure): string => notes[0] as string;

/** What is given, and what the first note then says before it says what other loads would give. */
const SAID: readonly (readonly [string, string])[] = [
  [
    "",
    "Load PRODUCTION: 32 requests at once, at work 60 % of the time. It is taken where no load is given. Of others, ",
  ],
  [
    "load: PRODUCTION",
    "Load PRODUCTION: 32 requests at once, at work 60 % of the time. It is taken where no load is given. Of others, ",
  ],
  [
    "concurrency: 64",
    "Load: 64 requests at once (given), at work 60 % of the time (load PRODUCTION, taken where it is not given). With the time at work of other loads, ",
  ],
  [
    "utilisation: 0.5",
    "Load: 32 requests at once (load PRODUCTION, taken where it is not given), at work 50 % of the time (given). With the requests at once of other loads, ",
  ],
];

/** The same where all of it is said, so that there is nothing to compare with. */
const SAID_IN_FULL: readonly (readonly [string, string])[] = [
  [
    "concurrency: 64, utilisation: 0.5",
    "Load: 64 requests at once (given), at work 50 % of the time (given).",
  ],
  ["load: LIGHT", "Load LIGHT: 8 requests at once, at work 30 % of the time."],
  ["load: SATURATED", "Load SATURATED: 256 requests at once, at work 90 % of the time."],
  [
    "load: LIGHT, concurrency: 64",
    "Load: 64 requests at once (given), at work 30 % of the time (load LIGHT).",
  ],
  [
    "load: SATURATED, utilisation: 0.5",
    "Load: 256 requests at once (load SATURATED), at work 50 % of the time (given).",
  ],
  [
    "load: LIGHT, concurrency: 64, utilisation: 0.5",
    "Load: 64 requests at once (given), at work 50 % of the time (given).",
  ],
];

describe("the first note of tokens", () => {
  it.each(SAID)("with %s says what was taken, and what others would give", async (given, said) => {
    const own = await figureOf(given);
    const note = firstNote(own);
    expect(note.startsWith(said)).toBe(true);
    for (const load of ["SATURATED", "LIGHT"]) {
      const [, times] = new RegExp(`${load} would give ([\\d.]+) times`).exec(note) ?? [];
      const kept = given.startsWith("load") ? "" : given;
      const other = await figureOf(`load: ${load} ${kept}`);
      const ratio = other.total.kgCo2Equivalent / own.total.kgCo2Equivalent;
      expect(Number(times)).toBeCloseTo(Number(ratio.toPrecision(3)), 10);
    }
    expect(own.notes.filter((one) => one.includes("where no load is given")).length).toBe(
      said.includes("where no load is given") ? 1 : 0,
    );
  });

  it.each(SAID_IN_FULL)("with %s names it and compares nothing", async (given, said) => {
    expect(firstNote(await figureOf(given))).toBe(said);
  });
});

describe("the note of loads over several lines, or vintages", () => {
  const ONE =
    /SATURATED would give ([\d.]+) to ([\d.]+) times and LIGHT would give ([\d.]+) to ([\d.]+) times as much for output tokens/g;
  const numbersOf = (note: string): number[] => {
    const found = [...note.matchAll(ONE)];
    expect(found.length).toBe(1);
    return (found[0] as RegExpMatchArray).slice(1).map(Number);
  };

  it("says the range of each number once, which holds what each line says", async () => {
    const models = [MODEL, "gemma-3-27b-it", "qwen3-235b-a22b-instruct-2507"];
    const items = models.map(
      (model) =>
        `{resource: {serverlessUsage: {model: "${model}", region: "fr-par", outputTokens: 1000000}}}`,
    );
    const query = `{ portfolio(items: [${items.join()}]) { footprint { notes } items { footprint { notes } } } }`;
    const { portfolio } = dataOf(await graph.askText(query)) as {
      portfolio: { footprint: Pick<Figure, "notes">; items: { footprint: Pick<Figure, "notes"> }[] };
    };
    const [note] = portfolio.footprint.notes.filter((one) => one.startsWith("Load PRODUCTION"));
    const each = portfolio.items.map(({ footprint }) =>
      [...(footprint.notes[0] as string).matchAll(/would give ([\d.]+) times/g)].map(([, times]) =>
        Number(times),
      ),
    );
    const ends = [0, 1].flatMap((at) => {
      const all = each.map((one) => one[at] as number);
      return [Math.min(...all), Math.max(...all)];
    });
    expect(numbersOf(note as string)).toEqual(ends);
  });

  it("is said so of a period over several vintages", async () => {
    const during = 'during: {start: "2026-01-01T00:00:00Z", end: "2026-11-01T00:00:00Z"}';
    const query = `{ serverlessUsage(input: {${USAGE}}) { footprint(${during}) { notes } } }`;
    const { serverlessUsage } = dataOf(await graph.askText(query)) as {
      serverlessUsage: { footprint: Pick<Figure, "notes"> };
    };
    const [least, most] = numbersOf(serverlessUsage.footprint.notes[0] as string);
    expect(least).toBeLessThan(most as number);
  });
});

const TAKEN =
  /^Load PRODUCTION: 32 .* It is taken where no load is given\. Of others, SATURATED would give .* and LIGHT would give .* as much for output tokens\.$/;
const FOOTPRINT = "footprint { notes }";
const INPUT = `{serverlessUsage: {${USAGE}}}`;

/** Languages of a request, each with the path to the notes. */
const WAYS: readonly (readonly [string, string, readonly (string | number)[], object?])[] = [
  ["a query", `{ serverlessUsage(input: {${USAGE}}) { ${FOOTPRINT} } }`, ["serverlessUsage", "footprint"]],
  [
    "variables without a load",
    `query ($input: ServerlessUsageInput!) { serverlessUsage(input: $input) { ${FOOTPRINT} } }`,
    ["serverlessUsage", "footprint"],
    { input: { model: MODEL, region: "fr-par", outputTokens: 1e6 } },
  ],
  [
    "variables with nulls",
    `query ($input: ServerlessUsageInput!) { serverlessUsage(input: $input) { ${FOOTPRINT} } }`,
    ["serverlessUsage", "footprint"],
    { input: { model: MODEL, region: "fr-par", outputTokens: 1e6, concurrency: null, utilisation: null } },
  ],
  [
    "a variable that is not sent",
    `query ($load: ServingLoad! = PRODUCTION, $concurrency: Float) { serverlessUsage(input: {${USAGE}, load: $load, concurrency: $concurrency}) { ${FOOTPRINT} } }`,
    ["serverlessUsage", "footprint"],
    {},
  ],
  [
    "the tokens of a price",
    `{ serverlessUsage(input: {${USAGE}}) { perMillionTokens { ${FOOTPRINT} } } }`,
    ["serverlessUsage", "perMillionTokens", 1, "footprint"],
  ],
  [
    "a line of a portfolio",
    `{ portfolio(items: [{resource: ${INPUT}}]) { items { ${FOOTPRINT} } } }`,
    ["portfolio", "items", 0, "footprint"],
  ],
  [
    "the resource of a line",
    `{ portfolio(items: [{resource: ${INPUT}}]) { items { resource { ${FOOTPRINT} } } } }`,
    ["portfolio", "items", 0, "resource", "footprint"],
  ],
  [
    "a history",
    `{ serverlessUsage(input: {${USAGE}}) { history(from: "2026-10-01", to: "2026-10-02") { ${FOOTPRINT} } } }`,
    ["serverlessUsage", "history", 0, "footprint"],
  ],
  [
    "the operator's estimate",
    `{ serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 5}) { operatorEstimate { ours { notes } } } }`,
    ["serverlessUsage", "operatorEstimate", "ours"],
  ],
  [
    "a comparison",
    `{ compare(a: ${INPUT}, b: {serverlessUsage: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1}}) { a { ${FOOTPRINT} } } }`,
    ["compare", "a", "footprint"],
  ],
  [
    "ways of serving",
    `{ servingComparison(input: {model: "${MODEL}", region: "fr-par", outputTokens: 1000000}) { serverlessFootprint { notes } } }`,
    ["servingComparison", "serverlessFootprint"],
  ],
];

describe("the load that is taken where none is given", () => {
  it.each(WAYS.map(([way, query, path, variables = {}]) => ({ way, query, path, variables })))(
    "is said first in $way",
    async ({ query, path, variables }) => {
      const data = dataOf(await graph.askText(query, variables as Record<string, unknown>));
      const found = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], data);
      expect((found as { notes: readonly string[] }).notes[0]).toMatch(TAKEN);
    },
  );

  it("is said first of a sum that tokens weigh most in, as what weighs most is", async () => {
    const instance = '{instance: {type: "PRO2-S", zone: "fr-par-1"}}';
    const tokens = `{serverlessUsage: {model: "${MODEL}", region: "fr-par", outputTokens: 1e9, inputTokens: 1e10}}`;
    const query = `{ portfolio(items: [{resource: ${instance}}, {resource: ${tokens}}]) { ${FOOTPRINT} } }`;
    const { portfolio } = dataOf(await graph.askText(query)) as { portfolio: { footprint: Figure } };
    expect(firstNote(portfolio.footprint)).toMatch(
      /^Load PRODUCTION: 32 .* as much for input tokens; .* as much for output tokens\. \(1 line\)$/,
    );
  });

  it("cannot be null", async () => {
    const query = `query ($input: ServerlessUsageInput!) { serverlessUsage(input: $input) { ${FOOTPRINT} } }`;
    const input = { model: MODEL, region: "fr-par", outputTokens: 1, load: null };
    const { errors } = await graph.askText(query, { input });
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: "BAD_USER_INPUT", field: "input.load" },
    ]);
  });
});
