import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const INSTANCE = { type: "PRO2-S", zone: "fr-par-1" };
const MONTH = { start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z" };
const QUERY = `query($i: InstanceInput!, $d: PeriodInput) {
  instance(input: $i) { footprint(during: $d) { total { kgCo2Equivalent } notes } }
}`;

interface Asked {
  readonly kg: number | undefined;
  readonly notes: readonly string[];
  readonly error: unknown;
}

async function ask(during: object): Promise<Asked> {
  const { data, errors } = await graph.askText(QUERY, { i: INSTANCE, d: during });
  const instance = data?.instance as {
    footprint: { total: { kgCo2Equivalent: number }; notes: string[] };
  } | null;
  return {
    kg: instance?.footprint.total.kgCo2Equivalent,
    notes: instance?.footprint.notes ?? [],
    error: errors?.[0],
  };
}

const understood = (notes: readonly string[]): string | undefined =>
  notes.find((note) => note.includes("understood"));

describe("a date that is written to the letter", () => {
  it.each([
    "2026-10-01T00:00:00Z",
    "2026-10-01t00:00:00z",
    "2026-10-01T02:00:00+02:00",
    "2026-10-01T00:00:00.000Z",
  ])("needs no note: %s", async (start) => {
    const { kg, notes } = await ask({ ...MONTH, start });
    expect([kg, understood(notes)]).toEqual([(await ask(MONTH)).kg, undefined]);
  });
});

describe("a date that is not, but can mean one instant alone,", () => {
  it.each([
    "2026-10-01",
    "2026-10-01T00:00:00",
    "2026-10-01T00:00",
    "2026-10-01 00:00:00",
    "2026-10-01T00:00:00+0000",
    "2026-10-01T00:00:00-0000",
    "2026-10-01T00:00:00+00",
    "2026-10-01T02:00:00+0200",
    "2026-10-01 00:00:00+00:00",
    "2026-10-01 00:00:00.000000+00",
    "2026-10-01T00:00Z",
    "2026-10-01T00:00:00,5Z",
    " 2026-10-01 ",
  ])("is understood in UTC, and the notes say so: %s", async (start) => {
    const { kg, notes } = await ask({ ...MONTH, start });
    expect(kg).toBeCloseTo((await ask(MONTH)).kg as number, 5);
    expect(understood(notes)).toMatch(
      `The start "${start}" is understood as 2026-10-01T00:00:00.${start.includes(",5") ? "500" : "000"}Z (UTC).`,
    );
  });

  it("is the end of the period and not its last day", async () => {
    const { kg, notes } = await ask({ start: "2026-10-01", end: "2026-11-01" });
    expect(kg).toBe((await ask(MONTH)).kg);
    expect(understood(notes)).toBe(
      'The start "2026-10-01" is understood as 2026-10-01T00:00:00.000Z (UTC); the end "2026-11-01" is understood as 2026-11-01T00:00:00.000Z (UTC), which is no more part of the period.',
    );
    const empty = await ask({ start: "2026-10-01", end: "2026-10-01" });
    expect(empty.kg).toBe(0);
  });

  it("is told where a day pins the factors too", async () => {
    const { notes } = await ask({ start: "2026-10-01", end: "2026-11-01", asOf: "2026-09-01" });
    expect(understood(notes)).toContain('The start "2026-10-01"');
  });

  it("is taken in a document as it is in variables, and as often as it is compiled", async () => {
    const literal = `{ instance(input: {type: "PRO2-S", zone: "fr-par-1"}) { footprint(during: {start: "2026-10-01", end: "2026-11-01T00:00:00+0000"}) { total { kgCo2Equivalent } notes } } }`;
    const first = await graph.askText(literal);
    const { footprint } = dataOf(first).instance as { footprint: { total: object; notes: string[] } };
    expect(footprint.total).toEqual({ kgCo2Equivalent: (await ask(MONTH)).kg });
    expect(understood(footprint.notes)).toContain('the end "2026-11-01T00:00:00+0000"');
    for (let time = 0; time < 8; time++) expect(await graph.askText(literal)).toEqual(first);
  });
});

describe("a date that is none", () => {
  it.each([
    "2026-02-30",
    "2026-02-29T00:00:00Z",
    "2026-13-01",
    "2026-00-10",
    "2026-10-01T24:00:00Z",
    "2026-10-01T00:00:60Z",
    "2026-10-01T00:00:00+25:00",
    "2026-10",
    "2026",
    "01/10/2026",
    "20261001",
    "tomorrow",
    "",
  ])("is refused with its field and an example: %j", async (start) => {
    expect((await ask({ ...MONTH, start })).error).toMatchObject({
      message: `start "${start}" is not a date of the calendar, such as 2026-10-01T00:00:00Z.`,
      path: ["instance", "footprint"],
      extensions: { code: "BAD_USER_INPUT", field: "during.start" },
    });
  });

  it.each([
    ["during.end", `footprint(during: {start: "2026-02-01", end: "2026-02-30"})`, ""],
    ["during.asOf", `footprint(during: {asOf: "2026-02-30"})`, ""],
    ["asOf", "footprint", ', asOf: "2026-02-30"'],
    [
      "during.start",
      `alternatives(during: {start: "2026-02-30", end: "2026-03-30"}) { footprint { notes } }`,
      "",
    ],
    ["during.asOf", `alternatives(during: {asOf: "2026-02-30"}) { footprint { notes } }`, ""],
  ])("is refused in a document too: %s", async (field, footprint, asOf) => {
    const { errors } = await graph.askText(
      `{ instance(input: {type: "PRO2-S", zone: "fr-par-1"}${asOf}) { ${footprint}${footprint.endsWith("}") ? "" : " { notes }"} } }`,
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/"2026-02-30" is not a date of the calendar, such as 2026-10-01/),
      extensions: { code: "BAD_USER_INPUT", field },
    });
  });

  it.each(["from", "to"])("is refused as a day of a revision: %s", async (field) => {
    const days = { from: "2026-01-01", to: "2026-02-01", [field]: "2026-02-30" };
    const { errors } = await graph.askText(
      "query($i: [PortfolioItemInput!]!, $from: Date!, $to: Date!) { revision(items: $i, from: $from, to: $to) { from } }",
      { i: [{ resource: { instance: INSTANCE } }], ...days },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  it("is the error of its line, and spoils no other", async () => {
    const line = (start: string) => ({
      resource: { instance: INSTANCE },
      during: { start, end: "2026-11-01" },
    });
    const answer = await graph.askText(
      "query($i: [PortfolioItemInput!]!) { portfolio(items: $i) { items { footprint { total { kgCo2Equivalent } } error { code field message } } } }",
      { i: [line("2026-10-01"), line("2026-02-30"), line("never")] },
    );
    const { items } = dataOf(answer).portfolio as { items: { error: { message: string } | null }[] };
    expect(items.map(({ error }) => error)).toEqual([
      null,
      {
        code: "BAD_USER_INPUT",
        field: "items.1.during.start",
        message: expect.stringContaining('"2026-02-30"'),
      },
      { code: "BAD_USER_INPUT", field: "items.2.during.start", message: expect.stringContaining('"never"') },
    ]);
  });
});
