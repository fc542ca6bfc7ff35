import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

interface Noted {
  readonly footprint: {
    readonly total: { readonly kgCo2Equivalent: number };
    readonly notes: readonly string[];
    readonly components: readonly (Noted & { readonly name: string })[];
  };
}

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const FOOTPRINT = `footprint(during: {hours: 8760}) {
  total { kgCo2Equivalent } notes
  components { name footprint { total { kgCo2Equivalent } notes
    components { name footprint { total { kgCo2Equivalent } notes } } } }
}`;

async function instanceOf(type: string, zone: string, more = ""): Promise<Noted["footprint"]> {
  const query = `{ instance(input: {type: "${type}", zone: "${zone}" ${more}}) { ${FOOTPRINT} } }`;
  return (dataOf(await graph.askText(query)).instance as Noted).footprint;
}

function componentOf(footprint: Noted["footprint"], name: string): Noted["footprint"] {
  const below = footprint.components.flatMap((one) => [one, ...(one.footprint.components ?? [])]);
  const found = below.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no component ${name}`);
  return found.footprint;
}

const WHOLE =
  /^Management servers and stock are charged whole.* \(([\d.]+) W in (\S+)\): (\d+) % of this figure\.$/;

describe("what is charged whole to each Instance", () => {
  it("is said of a small one, with its power and its share of the figure", async () => {
    const small = await instanceOf("PRO2-S", "fr-par-1");
    const note = small.notes.find((one) => WHOLE.test(one)) ?? "";
    const [, watts, place, percent] = WHOLE.exec(note) ?? [];
    expect([Number(watts), place]).toEqual([11.4, "fr-par-1"]);
    const kg = ["Servers that manage the offers", "Stock of spare equipment"].map(
      (name) => componentOf(small, name).total.kgCo2Equivalent,
    );
    expect(kg[0]).toBeCloseTo(6.7, 1);
    expect(small.total.kgCo2Equivalent).toBeCloseTo(21.1, 1);
    const share = ((kg[0] ?? 0) + (kg[1] ?? 0)) / small.total.kgCo2Equivalent;
    expect(Number(percent)).toBe(Math.round(100 * share));
  });

  it("is said of a large one with its component alone", async () => {
    const large = await instanceOf("POP2-64C-256G", "fr-par-1");
    expect(large.notes.filter((one) => WHOLE.test(one))).toEqual([]);
    const { notes } = componentOf(large, "Servers that manage the offers");
    expect(notes).toEqual([
      expect.stringMatching(/^Management servers and stock are charged whole/),
      "Management servers and stock rest on the operator's estimates recorded on 2026-08-11.",
    ]);
    expect(notes[0]).toContain(": 100 % of this figure.");
  });
});

describe("the order of notes", () => {
  it("is that of the kgCO2e which they speak of", async () => {
    const small = await instanceOf("PRO2-S", "fr-par-2");
    const first = small.notes.findIndex((one) => WHOLE.test(one));
    const server = small.notes.findIndex((one) => one.startsWith("Power and manufacturing of the host"));
    const load = small.notes.findIndex((one) => one.startsWith("No CPU load was given"));
    const kg = (name: string): number => componentOf(small, name).total.kgCo2Equivalent;
    expect(kg("Servers that manage the offers") + kg("Stock of spare equipment")).toBeGreaterThan(
      kg("Server"),
    );
    expect(kg("Server")).toBeGreaterThan(kg("CPU"));
    expect([first, server, load]).toEqual([...[first, server, load]].sort());
    expect(first).toBe(0);

    const large = await instanceOf("POP2-64C-256G", "fr-par-2");
    expect(large.notes[0]).toMatch(/^Power and manufacturing of the host/);
  });

  it("follows the lines that weigh most", async () => {
    const gpu = { instance: { type: "H100-SXM-4-80G", zone: "fr-par-2" } };
    const small = { instance: { type: "DEV1-S", zone: "fr-par-1" } };
    const first = async (counts: readonly [number, number]): Promise<string> => {
      const items = [
        { resource: gpu, count: counts[0] },
        { resource: small, count: counts[1] },
      ];
      const query =
        "query ($items: [PortfolioItemInput!]!) { portfolio(items: $items, during: {hours: 1}) { footprint { notes } } }";
      return (dataOf(await graph.askText(query, { items })).portfolio as Noted).footprint.notes[0] ?? "";
    };
    expect(await first([1, 1])).toMatch(/what GPUs at work draw/);
    expect(await first([1, 10_000])).toMatch(/^Management servers and stock are charged whole/);
  });
});

describe("notes that lines share", () => {
  it("are said once, with how many lines have them", async () => {
    const lines = (count: number, resource: object) => Array.from({ length: count }, () => ({ resource }));
    const items = [
      ...lines(412, { instance: { type: "PRO2-S", zone: "fr-par-2" } }),
      ...lines(30, { instance: { type: "PRO2-S", zone: "fr-par-2", cpuLoadPercent: 70 } }),
      ...lines(3, { blockVolume: { storageClass: "sbs_5k", sizeGb: 10, zone: "nl-ams-2" } }),
      ...lines(2, { instance: { type: "NO-SUCH", zone: "fr-par-2" } }),
    ];
    const query =
      "query ($items: [PortfolioItemInput!]!) { portfolio(items: $items, during: {hours: 1}) { footprint { notes } items { footprint { notes } } } }";
    const { footprint, items: shown } = dataOf(await graph.askText(query, { items })).portfolio as Noted & {
      items: readonly (Noted | { footprint: null })[];
    };
    expect(footprint.notes).toEqual([
      "2 of the items could not be computed and are not in the sum.",
      expect.stringMatching(/^Management servers and stock are charged whole.* \(442 lines\)$/),
      expect.stringMatching(/^Power and manufacturing of the host are derived .* \(442 lines\)$/),
      "No CPU load was given: 30 % is taken. (412 lines)",
      "Assumed, as it is not published: servers and disks, capacity, power of drives of the storage pool. (3 lines)",
      expect.any(String),
      expect.any(String),
      "No water usage effectiveness is published for nl-ams-2: water is unknown. (3 lines)",
      expect.stringMatching(
        /recorded on 2026-02-26 and later in other zones \(\d+ days old\) \(442 lines\), 2026-08-11 \(\d+ days old\) \(3 lines\)\.$/,
      ),
      expect.stringMatching(/^No dates were given: .* \(445 lines\)$/),
    ]);
    expect(shown[0]?.footprint?.notes.join()).not.toContain("line");
  });
});

it("a revision says of each side which of its arguments named the day", async () => {
  const query = `{ revision(items: [{resource: {instance: {type: "PRO2-S", zone: "fr-par-1"}}}], from: "2025-07-01", to: "2026-09-01", during: {hours: 730}) {
    before { notes } after { notes } } }`;
  const { before, after } = dataOf(await graph.askText(query)).revision as Record<
    "before" | "after",
    { notes: readonly string[] }
  >;
  expect(before.notes.at(-1)).toBe("As requested by from, factors in force on 2025-07-01 are used.");
  expect(after.notes.at(-1)).toBe("As requested by to, factors in force on 2026-09-01 are used.");
});

describe("what is so of some parts of a cluster alone", () => {
  const LOAD = "No CPU load was given: 30 % is taken.";
  const notesOf = async (...pools: string[]): Promise<readonly string[]> => {
    const listed = pools.map((pool) => `{${pool}}`).join(" ");
    const query = `{ kubernetesCluster(input: {region: "fr-par", controlPlane: "kapsule", pools: [${listed}]}) { ${FOOTPRINT} } }`;
    return (dataOf(await graph.askText(query)).kubernetesCluster as Noted).footprint.notes;
  };
  const measured = 'nodeType: "PRO2-S", nodes: 2, cpuLoadPercent: 80';
  const unmeasured = 'nodeType: "PRO2-M", nodes: 2';

  it("is said with their names: a load was given for the pool, and none for the control plane", async () => {
    const notes = await notesOf(measured);
    expect(notes.filter((one) => one.endsWith(LOAD))).toEqual([`Control plane: ${LOAD}`]);
    // Both have hosts of the kind.
    expect(notes).toContainEqual(expect.stringMatching(/^Power and manufacturing of the host are derived/));
  });

  it("is said with those pools that it is true of", async () => {
    const notes = await notesOf(measured, unmeasured);
    expect(notes).toContain(`Control plane, Pool 2: PRO2-M in fr-par-1: ${LOAD}`);
  });

  it("is said without names where all have it, pools at none aside", async () => {
    expect(await notesOf(unmeasured)).toContain(LOAD);
    expect(await notesOf()).toContain(LOAD);
    expect(await notesOf(unmeasured, 'nodeType: "PRO2-S", nodes: 0, cpuLoadPercent: 5')).toContain(LOAD);
  });

  it("names few of many", async () => {
    const many = await notesOf(measured, ...Array.from({ length: 12 }, () => unmeasured));
    const [note = ""] = many.filter((one) => one.endsWith(LOAD));
    expect(note).toMatch(/^Control plane, Pool 2: .*, Pool 3: [^,]*, 10 more: No CPU load/);
  });
});
