import { OF_SPAN } from "../../src/graphql/limits/cost/weights";
import { INSTANCE, portfolioItems } from "../support/limits";
import { countOf, OVER_VINTAGES, PORTFOLIO } from "./support/counted";

describe("a period over several vintages", () => {
  const DATED = `query($during: PeriodInput) { ${INSTANCE} { footprint(during: $during) { notes } } }`;
  const spans = countOf("explained", DATED, { during: OVER_VINTAGES }) / 16;

  it("is counted once for each span in which no factor changes", () => {
    expect(spans).toBeGreaterThan(1);
    const literal = `{ ${INSTANCE} { footprint(during: { start: "${OVER_VINTAGES.start}", end: "${OVER_VINTAGES.end}" }) { notes } } }`;
    expect(countOf("explained", literal)).toBe(16 * spans);
  });

  it.each([
    ["hours", { hours: 730 }],
    ["a period in one vintage", { start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z" }],
    ["one that is pinned to a day", { ...OVER_VINTAGES, asOf: "2026-10-01" }],
    ["none", null],
    ["what is no period", { start: "yesterday", end: 7 }],
  ])("but not %s", (_, during) => {
    expect(countOf("explained", DATED, { during })).toBe(16);
  });

  it("holds for what has none of its own below it", () => {
    const own = portfolioItems(1).map((item) => ({ ...item, during: { hours: 1 } }));
    const items = [...portfolioItems(2), ...own];
    expect(countOf("totals", PORTFOLIO, { items, during: OVER_VINTAGES })).toBe(2 * spans + 1);
    const dated = portfolioItems(3).map((item) => ({ ...item, during: OVER_VINTAGES }));
    expect(countOf("totals", PORTFOLIO, { items: dated })).toBe(3 * spans);
  });

  it("has more calculations to show, though less in each further span than in the first", () => {
    const shown = (of: string): string => DATED.replace("notes", `components { ${of} }`);
    const [listed, none] = [shown("calculations { label }"), shown("name")];
    const outside = countOf("field", none);
    expect(countOf("field", none, { during: OVER_VINTAGES })).toBe(outside);
    const once = countOf("field", listed) - outside;
    const all = countOf("field", listed, { during: OVER_VINTAGES }) - outside;
    expect(all / once).toBeCloseTo(1 + OF_SPAN * (spans - 1), 9);
    const [fragment, fragments] = ["fragment C on Component { calculations { label } }", shown("...C")];
    expect(countOf("field", `${fragments} ${fragment}`, { during: OVER_VINTAGES })).toBeCloseTo(
      all + outside,
      9,
    );
  });

  it("of lines has as many, whether it is their own or that of all", () => {
    const listed = PORTFOLIO.replace(
      "total { kgCo2Equivalent }",
      "components { footprint { components { calculations { label } } } }",
    );
    const own = portfolioItems(3).map((item) => ({ ...item, during: OVER_VINTAGES }));
    const all = countOf("field", listed, { items: own });
    expect(countOf("field", listed, { items: portfolioItems(3), during: OVER_VINTAGES })).toBeCloseTo(all, 9);
    expect(all).toBeGreaterThan(3 * countOf("field", listed, { items: portfolioItems(3) }));
  });

  it("has the factors of each span to gather", () => {
    const gathered = DATED.replace("notes", "dataQuality { published }");
    expect(countOf("gathered", gathered, { during: OVER_VINTAGES })).toBe(
      spans * countOf("gathered", gathered),
    );
  });
});
