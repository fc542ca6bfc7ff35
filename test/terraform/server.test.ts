import { join } from "node:path";
import { composeEstimates } from "../../src/compose-estimates";
import { getOrInsert } from "../../src/core/helpers";
import { Footprints, openFootprints, type TerraformAnswer, type TerraformRequest } from "../../src/library";
import { InProcess } from "../../src/library/in-process";
import { Remote } from "../../src/library/remote";
import { ran } from "../command-line/support/ran";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { FIXTURES, fixture } from "./support/reports";

let graph: LiveGraph;
let there: Footprints;
const composed = composeEstimates();
const here = new Footprints(new InProcess(composed));
beforeAll(async () => {
  graph = await startLiveGraph();
  there = new Footprints(new Remote({ url: graph.url }));
});
afterAll(async () => {
  await here.close();
  await graph.stop();
});

/** Ends of a change are searched for to a ten-thousandth of the widths; all else is the same numbers in another order. */
const SEARCHED = 1e-3;
const SUMMED = 1e-9;

/** Numbers of both, each with where it stands, and all else, to be equal. */
function apart(answer: TerraformAnswer): { readonly numbers: Map<string, number>; readonly rest: unknown } {
  const numbers = new Map<string, number>();
  const walk = (value: unknown, at: string): unknown => {
    if (typeof value === "number") return numbers.set(at, value) && 0;
    if (Array.isArray(value)) return value.map((one, index) => walk(one, `${at}.${index}`));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, `${at}.${name}`)]));
  };
  return { rest: walk(answer, ""), numbers };
}

/** Of a fixture as it is, asked for once however many tests look at it. */
const answers = new Map<string, Promise<TerraformAnswer>>();
const sameOf = (name: string): Promise<TerraformAnswer> =>
  getOrInsert(answers, name, () => expectSame(fixture(name)));

async function expectSame(plan: Uint8Array, request: TerraformRequest = {}): Promise<TerraformAnswer> {
  const [ours, theirs] = await Promise.all([here.terraform(plan, request), there.terraform(plan, request)]);
  const [one, other] = [apart(ours), apart(theirs)];
  expect(other.rest).toEqual(one.rest);
  const scale = Math.max(
    ...["now", "planned", "change"].map((side) => one.numbers.get(`.${side}.kgCo2Equivalent.high`) ?? 0),
  );
  for (const [at, number] of one.numbers) {
    const isSearched = /change\.(\w+\.)?(low|high)$/.test(at);
    const size = Math.max(Math.abs(number), at.includes("kgCo2") || at.includes("resources") ? scale : 0);
    const most = isSearched ? SEARCHED * Math.max(size, 1) : SUMMED * Math.max(Math.abs(number), 1e-6);
    const found = other.numbers.get(at) as number;
    if (!(Math.abs(found - number) <= most)) throw new Error(`${at}: ${found} there, ${number} here`);
  }
  return theirs;
}

describe("a graph that is asked about a plan answers as this process does", () => {
  it.each(FIXTURES)("of %s", async (name) => {
    const { counts } = await sameOf(name);
    expect(counts.managed).toBeGreaterThan(0);
  });

  it("with usage, a zone, hours and a day", async () => {
    const usage = {
      "scaleway_object_bucket.*": { storedGb: 500 },
      "scaleway_instance_server.worker[*]": { hours: 73, cpuLoadPercent: 45 },
      scaleway_lb: { count: 2.5 },
    };
    await expectSame(fixture("web.plan.json"), { usage, zone: "fr-par-2", hours: 336, asOf: "2026-10-01" });
  });

  it("against a baseline: another plan, and an earlier answer of the graph itself", async () => {
    const answer = await expectSame(fixture("web.plan.json"), { baseline: fixture("keys.plan.json") });
    const again = await there.terraform(fixture("web.plan.json"), { baseline: answer });
    expect(again.change?.kgCo2Equivalent).toMatchObject({ low: 0, expected: 0, high: 0 });
  });

  it("has a range of the change that is narrower than if nothing were shared", async () => {
    const { now, planned, change } = await sameOf("platform.plan.json");
    const widthOf = (one: { low: number; high: number } | null | undefined) =>
      (one?.high ?? 0) - (one?.low ?? 0);
    expect(widthOf(change?.kgCo2Equivalent)).toBeLessThan(
      0.9 * (widthOf(now.kgCo2Equivalent) + widthOf(planned?.kgCo2Equivalent)),
    );
  });

  it("refuses what is no plan here, and says when there is no graph", async () => {
    await expect(there.terraform("{}")).rejects.toMatchObject({ code: "BAD_USER_INPUT", field: "plan" });
    const nowhere = new Footprints(new Remote({ url: "http://127.0.0.1:1" }));
    await expect(nowhere.terraform(fixture("web.plan.json"))).rejects.toThrow(/cannot be reached/);
  });
});

describe("footprint terraform --server", () => {
  const line = `terraform "${join(__dirname, "fixtures/web.plan.json")}"`;

  it("prints what it prints without", async () => {
    const ours = await ran(line, { footprints: "as asked" });
    const theirs = await ran(`${line} --server ${graph.url}`, { footprints: "as asked" });
    expect(theirs).toEqual(ours);
    expect(theirs.code).toBe(0);
  });

  it("asks, and does not answer by itself", async () => {
    const { code, err } = await ran(`${line} --server http://127.0.0.1:1`, { footprints: "as asked" });
    expect(code).toBe(1);
    expect(err).toMatch(/cannot be reached/);
  });
});

describe("the same in a program", () => {
  it("takes bytes, text and JSON, and answers with units beside amounts", async () => {
    const footprints = openFootprints();
    const bytes = fixture("web.plan.json");
    const answer = await footprints.terraform(bytes);
    expect(await footprints.terraform(bytes.toString())).toEqual(answer);
    expect(await footprints.terraform(JSON.parse(bytes.toString()))).toEqual(answer);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(answer.change?.kgCo2Equivalent).toMatchObject({ unit: "kgCO2e" });
    expect(answer.planned?.kwhFinalEnergy).toMatchObject({ unit: "kWh" });
    for (const { planned, now } of answer.resources) expect([planned?.unit, now]).toEqual(["kgCO2e", null]);
    for (const { reason, message } of answer.notEstimated) expect([reason, message].includes("")).toBe(false);
    await footprints.close();
  });

  it.each([
    [7, {}, "plan"],
    [null, {}, "plan"],
    [{}, {}, "plan"],
    ["{}", { asOf: "2026-02-30" }, "asOf"],
    ["{}", { hours: "many" }, "hours"],
    [fixture("web.plan.json"), { usage: [1] }, "usage"],
    [fixture("web.plan.json"), { baseline: { name: "x" } }, "baseline"],
  ])("refuses what is none of it: %j %j", async (plan, request, field) => {
    await expect(here.terraform(plan as string, request as TerraformRequest)).rejects.toMatchObject({
      name: "FootprintError",
      code: "BAD_USER_INPUT",
      field,
    });
  });
});
