import { basketText, linkedSheet } from "../../page/src/basket/link";
import { packedText, plainText, storedBasket } from "../../page/src/basket/stored-text";
import { PagePortfolioDocument } from "../../page/src/generated/operations";
import { strongest, waterfallRows } from "../../page/src/views/compare/waterfall-rows";
import { alikeProblems } from "../../page/src/views/portfolio/alike-problems";
import { problemsSheet, type ToldProblem } from "../../page/src/views/portfolio/results";
import { addedUp } from "../../page/src/views/portfolio/sums";
import type { SheetItem } from "../../src/spreadsheet";
import { composedProducts } from "../spreadsheet/support/products";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { inventoryOf, realisticLines } from "../support/realistic-lines";
import { usualComposition } from "../support/usual";

let graph: LiveGraph;
let lines: SheetItem[];
beforeAll(async () => {
  graph = await startLiveGraph();
  const composition = usualComposition();
  lines = realisticLines(200, await inventoryOf(composition)) as SheetItem[];
});
afterAll(() => graph.stop());

type Portfolio = Parameters<typeof addedUp>[0][number];

async function portfolioOf(items: readonly SheetItem[]): Promise<Portfolio> {
  const sent = items.map(({ count, during, resource }) => ({ count, during, resource }));
  const { portfolio } = dataOf(
    await graph.askText(String(PagePortfolioDocument), { items: sent, sums: true }),
  ) as { portfolio: Portfolio };
  return portfolio;
}

/** Numbers anywhere in a value, each with where it stands. */
function numbers(value: unknown, at = ""): [string, number][] {
  if (typeof value === "number") return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbers(inner, `${at}.${key}`));
}

describe("the sum of a basket", () => {
  it("is the same in several requests as in one, with both ends of its range", async () => {
    const whole = addedUp([await portfolioOf(lines)]);
    const parts = addedUp([
      await portfolioOf(lines.slice(0, 70)),
      await portfolioOf(lines.slice(70, 71)),
      await portfolioOf(lines.slice(71)),
    ]);
    const [one, other] = [numbers({ ...whole, notes: [] }), numbers({ ...parts, notes: [] })];
    expect(one.length).toBeGreaterThan(100);
    expect(other.map(([at]) => at)).toEqual(one.map(([at]) => at));
    for (const [index, [at, value]] of one.entries()) {
      const difference = Math.abs(value - (other[index] as [string, number])[1]);
      expect([at, difference <= 1e-12 * Math.abs(value)]).toEqual([at, true]);
    }
    expect(parts?.byProduct.map(({ name, items }) => [name, items])).toEqual(
      whole?.byProduct.map(({ name, items }) => [name, items]),
    );
  });

  it("is unknown where a part of it is, and not that of the rest", async () => {
    const portfolio = await portfolioOf(lines.slice(0, 3));
    const lacking = {
      ...portfolio,
      footprint: { ...portfolio.footprint, total: { ...portfolio.footprint?.total, m3WaterUsage: null } },
    };
    const sums = addedUp([portfolio, lacking as Portfolio]);
    expect(sums?.total.m3WaterUsage).toBeNull();
    expect(sums?.total.kgCo2Equivalent).toBe(2 * Number(portfolio.footprint?.total.kgCo2Equivalent));
  });
});

describe("the link of a basket", () => {
  it("brings back the same items", () => {
    const some = lines.slice(0, 20);
    const text = basketText(some);
    expect(linkedSheet(text as string, composedProducts()).lines.map(({ item }) => item)).toEqual(some);
  });

  it("is none for a basket that is too long for one", () => {
    expect(basketText(lines)).toBeNull();
  });
});

describe("problems as CSV", () => {
  it("have a line each", () => {
    const problem: ToldProblem = {
      ...{ source: "a.csv", line: 7, label: "web", column: "size", isOfGraph: true, code: "NOT_A_NUMBER" },
      ...{ message: 'got "many"', suggestions: ["1", "2"] },
    };
    expect(problemsSheet([problem], {}).split("\r\n")).toEqual([
      "file,line,label,column,code,message,suggestions",
      'a.csv,7,web,size,NOT_A_NUMBER,"got ""many""",1 | 2',
      "",
    ]);
  });
});

describe("problems as a list", () => {
  const problem: ToldProblem = {
    ...{ source: "a.csv", line: 2, label: "", column: "type", isOfGraph: true, code: "UNKNOWN_OFFER" },
    ...{ message: "No.", suggestions: [] },
  };
  const shown = (...problems: Partial<ToldProblem>[]) =>
    alikeProblems(problems.map((one) => ({ ...problem, ...one }))).map(
      ({ where, problem: { source, column, message } }) => [where, source, column, message].join(" | "),
    );

  it("are once for the lines that have the same", () => {
    expect(shown({}, { line: 3 }, { line: 7 })).toEqual(["2-3, 7 | a.csv | type | No."]);
  });

  it("are apart by file, column and message", () => {
    const others = [{ source: "b.csv" }, { column: "zone" }, { message: "Never." }];
    expect(shown({}, ...others)).toEqual([
      "2 | a.csv | type | No.",
      "2 | b.csv | type | No.",
      "2 | a.csv | zone | No.",
      "2 | a.csv | type | Never.",
    ]);
  });

  it("name lines that are in no file by their labels", () => {
    const own = { source: "", line: null };
    expect(shown({ ...own, label: "web" }, { ...own, label: "db" }, own)).toEqual([
      "web, db |  | type | No.",
    ]);
  });
});

describe("the picture of a difference", () => {
  const steps = Array.from({ length: 12 }, (_, at) => ({ name: `step ${at}`, effect: 12 - at }));

  it("has the strongest steps, and all others as one", () => {
    const shown = strongest(steps);
    expect(shown).toHaveLength(8);
    expect(shown.at(-1)).toEqual({ name: "5 others together", effect: 15 });
    expect(shown.reduce((sum, { effect }) => sum + effect, 0)).toBe(78);
  });

  it("leads from one total to the other", () => {
    const rows = waterfallRows(["a", "b"], 5, 83, strongest(steps));
    expect(rows[0]).toEqual({ name: "a", from: 0, to: 5, isTotal: true });
    for (const [index, { from }] of rows.slice(1, -1).entries()) expect(from).toBe(rows[index]?.to);
    expect(rows.at(-2)?.to).toBe(83);
  });
});

describe("a basket that a tab keeps", () => {
  const of = (items: readonly SheetItem[]) => ({
    lines: items.map((item, at) => ({ item, line: at + 2, source: 1 })),
    sources: [{ id: 1, name: "Ångström — № 1.csv", rows: items.length, problems: [], notes: [] }],
  });

  it("comes back as it was", async () => {
    const kept = of(lines);
    expect(storedBasket(plainText(kept))).toEqual(kept);
    expect(await storedBasket(await packedText(kept))).toEqual(kept);
  });

  it("is what browsers have room for, with 50,000 lines too", async () => {
    const many = Array.from({ length: 250 }, (_, round) =>
      lines.map((item, at) => ({ ...item, label: `node-${round}-${at}` })),
    ).flat();
    expect(many.length).toBe(50_000);
    expect((await packedText(of(many))).length).toBeLessThan(5_000_000);
  });

  it.each(["", "nonsense", "null", "[]", '{"lines":3}', "gzip:", "gzip:!", "gzip:AAAA"])(
    "is none where something else was kept: %j",
    async (text) => {
      expect(await storedBasket(text)).toBeNull();
    },
  );
});
