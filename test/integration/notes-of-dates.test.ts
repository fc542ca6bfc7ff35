import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

/** Read when it is asked: the suite may run over midnight. */
const today = (): string => new Date().toISOString().slice(0, 10);
/** Days on which one vintage of the factors is in force throughout. */
const [OF_QUERY, OF_WHOLE, OF_ITEM] = ["2025-07-01", "2025-08-01", "2026-03-01"] as const;
/** The border between two vintages of PRO2-S in fr-par-2. */
const BORDER = "2025-08-20";
const SPLIT = { start: "2025-08-01T00:00:00Z", end: "2025-09-20T00:00:00Z" };
const UNSPLIT = { start: "2025-11-01T00:00:00Z", end: "2025-12-01T00:00:00Z" };

/** What a period says, by the days that a figure of it is made of where nothing is pinned. */
const PERIODS = {
  none: { period: null, days: () => [today()] },
  hours: { period: { hours: 730 }, days: () => [today()] },
  split: { period: SPLIT, days: () => [BORDER] },
  unsplit: { period: UNSPLIT, days: () => [] },
} as const;
type PeriodName = keyof typeof PERIODS;
const NAMES = Object.keys(PERIODS) as PeriodName[];
const PINS = [false, true];

interface Case {
  readonly whole: PeriodName;
  readonly item: PeriodName;
  readonly queryPin: boolean;
  readonly wholePin: boolean;
  readonly itemPin: boolean;
}

const CASES: Case[] = NAMES.flatMap((whole) =>
  NAMES.flatMap((item) =>
    PINS.flatMap((queryPin) =>
      PINS.flatMap((wholePin) => PINS.map((itemPin) => ({ whole, item, queryPin, wholePin, itemPin }))),
    ),
  ),
);

function periodOf(name: PeriodName, pin: string | null): object | null {
  const { period } = PERIODS[name];
  return pin === null ? period : { ...period, asOf: pin };
}

/** By hand: the day that a figure is pinned to wins over its period. */
function daysOf(name: PeriodName, pin: string | null): readonly string[] {
  return pin === null ? PERIODS[name].days() : [pin];
}

interface Notes {
  readonly footprint: { readonly notes: readonly string[] };
}

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const RESOURCE = { instance: { type: "PRO2-S", zone: "fr-par-2" } };
const QUERY = (pin: string | null): string =>
  `query ($items: [PortfolioItemInput!]!, $during: PeriodInput) {
    portfolio(items: $items, during: $during${pin === null ? "" : `, asOf: "${pin}"`}) {
      footprint { notes } items { footprint { notes } } byProduct { footprint { notes } }
    }
  }`;

/** The evidence of a factor is older than the day whose factors are used. */
function withoutEvidence(notes: readonly string[]): string[] {
  return notes.filter((one) => !one.startsWith("Management servers and stock rest on"));
}

function daysIn(notes: readonly string[]): string[] {
  return [
    ...new Set(
      withoutEvidence(notes)
        .join("\n")
        .match(/\d{4}-\d\d-\d\d/g) ?? [],
    ),
  ].sort();
}

async function ask(items: readonly object[], during: object | null, pin: string | null) {
  const data = dataOf(await graph.askText(QUERY(pin), { items, during }));
  return data.portfolio as Notes & { items: Notes[]; byProduct: Notes[] };
}

describe("the notes of a sum name exactly the days whose factors made it", () => {
  it.each(CASES)("whole $whole ($wholePin), item $item ($itemPin), query $queryPin", async (one) => {
    const queryPin = one.queryPin ? OF_QUERY : null;
    const wholePin = one.wholePin ? OF_WHOLE : null;
    const itemPin = one.itemPin ? OF_ITEM : null;
    const during = periodOf(one.whole, wholePin);
    const own = periodOf(one.item, itemPin);
    // A line's own day wins over that of the whole, and that over the query's.
    const ofWhole = daysOf(one.whole, wholePin ?? queryPin);
    const ofOwn = own === null ? ofWhole : daysOf(one.item, itemPin ?? wholePin ?? queryPin);
    const items = [
      { resource: RESOURCE, during: own },
      { resource: RESOURCE, during: own },
      { resource: RESOURCE },
    ];
    const answer = await ask(items, during, queryPin);

    expect(answer.items.map(({ footprint }) => daysIn(footprint.notes))).toEqual([
      [...ofOwn],
      [...ofOwn],
      [...ofWhole],
    ]);
    const all = [...new Set([...ofOwn, ...ofWhole])].sort();
    expect(daysIn(answer.footprint.notes)).toEqual(all);
    expect(answer.byProduct.map(({ footprint }) => daysIn(footprint.notes))).toEqual([all]);
  });

  it("say of each day how many lines it made", async () => {
    const { footprint } = await ask(
      [
        { resource: RESOURCE, during: SPLIT },
        { resource: RESOURCE, during: { hours: 1, asOf: OF_ITEM } },
        { resource: RESOURCE, during: { hours: 1, asOf: OF_QUERY } },
        { resource: RESOURCE, count: 3, during: { asOf: OF_QUERY } },
        { resource: RESOURCE },
      ],
      null,
      null,
    );
    expect(withoutEvidence(footprint.notes).slice(-3)).toEqual([
      `The period spans several vintages of the factors or formulas and was split at ${BORDER} (00:00 UTC). (1 line)`,
      `As requested by asOf, factors in force on ${OF_QUERY} (2 lines), ${OF_ITEM} (1 line) are used.`,
      `No dates were given: factors in force on ${today()} are used. (1 line)`,
    ]);
  });

  it("say nothing of the period of the whole where no line is of it", async () => {
    const future = { start: "2026-03-01T00:00:00Z", end: "2040-04-01T00:00:00Z" };
    const { footprint } = await ask([{ resource: RESOURCE, during: UNSPLIT }], future, null);
    expect(footprint.notes.join()).not.toContain("future");
    const none = await ask([{ resource: RESOURCE, during: UNSPLIT }], { hours: 0 }, null);
    expect(none.footprint.notes.join()).not.toContain("no length");
  });

  it("name the days of splits of every place", async () => {
    const period = { start: "2026-07-01T00:00:00Z", end: "2026-08-15T00:00:00Z" };
    const there = { instance: { type: "PRO2-S", zone: "fr-par-1" } };
    const { footprint } = await ask(
      [
        { resource: RESOURCE, during: SPLIT },
        { resource: there, during: period },
      ],
      null,
      null,
    );
    expect(daysIn(footprint.notes)).toEqual([BORDER, "2026-07-30", "2026-08-11"]);
  });
});
