import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeEstimates, PLUGINS } from "../../src/compose-estimates";
import { ProductNames, type ProductPlugin } from "../../src/core/contract";
import { DataError, FactorBook, FactorReader } from "../../src/core/factors";
import { type PartsTableRow, partsTable } from "../../src/product";
import { type PartsOf, partsInTable } from "../../src/product/parts-table";
import { managedDatabases } from "../external/managed-databases";
import { publicGateway } from "../external/public-gateway";
import { factor } from "../support/factors";

const ROW: PartsTableRow = {
  ...{ of: "*", part: "disk", name: "Disks", kind: "STORAGE", product: "disk", offer: "fast" },
  ...{ amount: "=gb", count: "=n", each: null, shared_by: null, charged_to: "equipment" },
  ...{ confidence: "ASSUMED", valid_from: null, valid_to: null, source: "a test", url: null, note: null },
};
const names = new ProductNames();
const field = { type: "text", input: "", isOptional: false } as const;
names.registerFields("disk", {
  sort: { ...field, role: "OFFER" },
  size: { ...field, role: "AMOUNT" },
  where: { ...field, role: "ZONE" },
  region: { ...field, role: "REGION", isOptional: true },
});
const book = new FactorBook([
  factor({ series: "disks.each", value: 3 }),
  factor({ series: "disks.sharers", value: 12 }),
]);
const OF: PartsOf = {
  checked: { gb: 100, n: 2, none: 0, word: "many" },
  offer: { entry: { disk_type: "slow" }, id: "large" },
  offerField: "type",
  placeField: "zone",
  place: { name: "fr-par-1", region: "fr-par", country: "FR", zones: [] },
  names,
  factors: new FactorReader(book, "2026-11-23"),
};

const partsOf = (change: Partial<PartsTableRow>) => partsInTable([{ ...ROW, ...change }], OF);

describe("a cell of a table of parts that counts", () => {
  const { each, amount } = partsTable("parts").columns;

  it.each(["=nodes", "2", "0.5", "disks.each", "managed-databases.control-plane.nodes"])("is %s", (cell) => {
    expect(each.parse(cell)).toBe(cell);
  });

  it("is empty where there is one", () => {
    expect(each.parse("")).toBeNull();
  });

  it.each(["many", "= nodes", "-1", "1,5", "=", "disks."])("is not %s, which stops the start", (cell) => {
    expect(() => each.parse(cell)).toThrow(`"${cell}" is no number`);
  });

  it("is no series where it is how much of something", () => {
    expect(() => amount.parse("disks.each")).toThrow('"disks.each" is no number');
    expect(["=gb", "0.5"].map((cell) => amount.parse(cell))).toEqual(["=gb", "0.5"]);
  });
});

describe("a row of a table of parts", () => {
  it("asks its product by the roles of the fields, and knows which of ours is at fault", () => {
    expect(partsOf({})).toMatchObject([
      {
        name: "Disks",
        kind: "STORAGE",
        times: 2,
        isOperational: false,
        resource: { kind: "disk", spec: { sort: "fast", size: 100, where: "fr-par-1" } },
        fields: { sort: "type", size: "gb", where: "zone" },
      },
    ]);
  });

  it("reads an offer from a column of ours", () => {
    const [part] = partsOf({ offer: "=disk_type" });
    expect(part).toMatchObject({ resource: { spec: { sort: "slow" } }, fields: { sort: "type" } });
  });

  it("counts by factors, whose ranges the share has", () => {
    const [part] = partsOf({ each: "disks.each", shared_by: "disks.sharers", charged_to: "operational" });
    expect(part).toMatchObject({ times: { range: { expected: 0.5 } }, isOperational: true, isNamed: true });
  });

  it.each([
    [{ of: "small" }, 0],
    [{ of: "large" }, 1],
    [{ count: "=none" }, 0],
    [{ amount: "=none" }, 0],
    [{ amount: "20", count: null }, 1],
  ])("with %j is %i parts", (change, count) => {
    expect(partsOf(change)).toHaveLength(count);
  });

  it.each([
    [{ product: "tape" }, 'No product of the graph is "tape"'],
    [{ count: "=nodes" }, '"=nodes" of a table of parts is neither a field nor a column of the offer'],
    [{ count: "=word" }, '"=word" of a table of parts is no number'],
    [{ amount: "many" }, '"many" of a table of parts is no number'],
    [{ each: "disks.nothing" }, "disks.nothing"],
  ])("with %j is refused by name", (change, message) => {
    expect(() => partsOf(change)).toThrow(message);
  });
});

describe("a row that an operator adds to a table of parts", () => {
  const HEADER = [
    "of,part,name,kind,product,offer,amount,count,each,shared_by,charged_to",
    "confidence,valid_from,valid_to,source,url,note",
  ].join(",");
  const SOUND = {
    ...{ of: "*", part: "added", name: "Added", kind: "STORAGE", product: "blockVolume", offer: "sbs_5k" },
    ...{ amount: "=storageGb", count: "=nodes", each: "", shared_by: "", charged_to: "equipment" },
  };
  let overlay: string;
  beforeEach(() => {
    overlay = mkdtempSync(join(tmpdir(), "footprint-parts-"));
  });
  afterEach(() => rmSync(overlay, { recursive: true }));

  /** What is wrong with a row, and where. */
  const problemOf = (
    change: Partial<typeof SOUND>,
    plugin: ProductPlugin = managedDatabases,
    file = "database-parts",
  ) => {
    const path = join(overlay, plugin.kind, `${file}.csv`);
    mkdirSync(join(overlay, plugin.kind));
    const cells = [...Object.values({ ...SOUND, ...change }), "ASSUMED", "", "", "a test", "", ""];
    writeFileSync(path, `${HEADER}\n${cells.join(",")}\n`);
    try {
      composeEstimates({ plugins: [...PLUGINS, plugin], dataOverlay: overlay });
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const others = error.problems.filter((one) => one.file !== path || one.row !== 2);
      return { others, found: error.problems.map(({ column, problem }) => `${column}: ${problem}`) };
    }
    return null;
  };

  it.each([
    {},
    { of: "DB-DEV-S" },
    { offer: "=instance_type", product: "instance", amount: "" },
    { count: "=mainNodes", each: "managed-databases.control-plane.nodes" },
  ])("starts with %j", (change) => {
    expect(problemOf(change)).toBeNull();
  });

  it.each([
    [{ of: "DB-DEV-XS" }, 'of: there is no offer "DB-DEV-XS". Did you mean DB-DEV-S'],
    [
      { product: "blockVolumes" },
      'product: no product of the graph is "blockVolumes" and says its fields. Did',
    ],
    [{ offer: "=instance_typ" }, 'offer: "instance_typ" is neither a field nor a column of every offer: '],
    [{ amount: "=storage" }, 'amount: "storage" is neither a field nor a column of every offer: '],
    [{ count: "=node" }, 'count: "node" is neither a field nor a column of every offer: '],
    [{ of: "DB-DEV-S", count: "=node" }, "of every offer: DB-DEV-S has none. Did you mean nodes"],
    [{ each: "=zone" }, 'each: the field "zone" is no number'],
    [{ shared_by: "=instance_type" }, 'shared_by: the column "instance_type" of '],
    [{ each: "managed-databases.control-plane.node" }, 'each: there is no factor "managed-databases.control'],
    [{ shared_by: "nothing.like.it" }, 'shared_by: there is no factor "nothing.like.it"'],
  ])("stops the start with %j, naming file, row and column", (change, message) => {
    expect(problemOf(change)).toEqual({ others: [], found: [expect.stringContaining(message)] });
  });

  it("is told all that is wrong at once, of a product from which nothing follows too", () => {
    const change = { product: "tape", offer: "=tape", amount: "", count: "=tapes", each: "tapes.each" };
    expect(problemOf(change, publicGateway, "public-gateway-parts")).toEqual({
      others: [],
      found: [
        expect.stringContaining("product: "),
        expect.stringContaining("offer: "),
        expect.stringContaining("count: "),
        expect.stringContaining("each: "),
      ],
    });
  });
});
