import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeEstimates } from "../../src/compose-estimates";
import { type ProductPlugin } from "../../src/core/contract";
import { DataError } from "../../src/core/factors";
import { managedDatabases } from "../external/managed-databases";
import { publicGateway } from "../external/public-gateway";
import { withOutside } from "../external/support/with-outside";

describe("a row that an operator adds to a table of parts", () => {
  const SOURCE = { confidence: "ASSUMED", valid_from: "", valid_to: "", source: "a test", url: "", note: "" };
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
    change: Partial<typeof SOUND & { place: string }>,
    plugin: ProductPlugin = managedDatabases,
    file = "database-parts",
  ) => {
    const path = join(overlay, plugin.kind, `${file}.csv`);
    mkdirSync(join(overlay, plugin.kind));
    const row = { ...SOUND, ...change, ...SOURCE };
    writeFileSync(path, `${Object.keys(row).join(",")}\n${Object.values(row).join(",")}\n`);
    try {
      composeEstimates({ plugins: withOutside(plugin), dataOverlay: overlay });
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
    { offer: "SBS-5K", name: "Added {offer} to {of}" },
  ])("starts with %j", (change) => {
    expect(problemOf(change)).toBeNull();
  });

  it.each([
    [{ of: "DB-DEV-XS" }, 'of: there is no offer "DB-DEV-XS". Did you mean DB-DEV-S'],
    [{ product: "blockVolumes" }, 'product: no product with known fields is called "blockVolumes". Did'],
    [{ offer: "=instance_typ" }, 'offer: "instance_typ" is neither a field nor a column of every offer: '],
    [{ amount: "=storage" }, 'amount: "storage" is neither a field nor a column of every offer: '],
    [{ count: "=node" }, 'count: "node" is neither a field nor a column of every offer: '],
    [{ of: "DB-DEV-S", count: "=node" }, "of every offer: DB-DEV-S has none. Did you mean nodes"],
    [{ each: "=zone" }, 'each: the field "zone" is no number'],
    [{ shared_by: "=instance_type" }, 'shared_by: the column "instance_type" of '],
    [{ each: "managed-databases.control-plane.node" }, 'each: there is no factor "managed-databases.control'],
    [{ shared_by: "nothing.like.it" }, 'shared_by: there is no factor "nothing.like.it"'],
    [{ name: "Added {ofer}" }, 'name: "{ofer}" stands for nothing: there are {offer} and {of}'],
    [{ offer: "sbs_50k" }, 'offer: blockVolume has no offer "sbs_50k". Did you mean sbs_5k, sbs_15k'],
    [{ product: "instance", amount: "" }, 'offer: instance has no offer "sbs_5k"'],
    [{ product: "loadBalancer", offer: "=instance_type", amount: "" }, "offer: loadBalancer has no offer "],
    [{ place: "fr-par-9" }, 'place: there is no zone "fr-par-9". Did you mean fr-par-1'],
    [{ place: "=site" }, 'place: "site" is neither a field nor a column of every offer'],
    [{ amount: "" }, "amount: blockVolume needs its sizeGb"],
    [{ product: "instance", offer: "=instance_type" }, "amount: instance has no amount"],
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
