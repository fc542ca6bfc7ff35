import { graphql } from "graphql";
import { sayNotes } from "../../src/core/footprint";
import { contextOf } from "../support/context";
import { DAY } from "../support/instances";
import { expectClose, impactsOf } from "../support/numbers";
import { ask, engine, impacts, schema, sessionAt } from "../support/storage";

describe("a volume", () => {
  it("is charged its replicas over the pool", async () => {
    const { components } = await ask(
      { kind: "blockVolume", storageClass: "sbs_5k", place: "fr-par-1" },
      200,
      1,
    );
    const [servers] = components;
    expect([servers?.name, servers?.kind]).toEqual(["Storage servers", "SERVER"]);
    expect(servers?.allocation).toMatchObject({
      rule: "RESERVED_OVER_POOL",
      parts: [{ reserved: 600, unit: "GB" }],
    });
    const part = servers?.allocation?.parts[0];
    expectClose(part?.share ?? 0, 600 / (part?.capacity ?? 0));
  });

  it.each([
    ["sbs_5k", 4.999],
    ["sbs_5k", 10_000.5],
    ["b_ssd", 0.5],
    ["sbs_15k", 0],
    ["sbs_5k", -1],
    ["sbs_5k", Number.NaN],
    ["sbs_5k", Number.POSITIVE_INFINITY],
  ])("of %s cannot have %d GB", (storageClass, sizeGb) =>
    refused("blockVolume", { storageClass, sizeGb, zone: "fr-par-1" }, "BAD_USER_INPUT", "input.sizeGb"),
  );

  it.each([
    ["sbs_5k", 5],
    ["sbs_5k", 10_000],
    ["b_ssd", 1],
  ])("of %s can have %d GB", async (storageClass, sizeGb) => {
    await expect(
      ask({ kind: "blockVolume", storageClass, place: "fr-par-1" }, sizeGb, 1),
    ).resolves.toBeDefined();
  });

  it("needs a class that exists, a zone that exists, and the one in the other", async () => {
    const spec = { storageClass: "sbs_5k", sizeGb: 10, zone: "fr-par-1" };
    const unknown = await refused("blockVolume", { ...spec, storageClass: "sbs5k" }, "UNKNOWN_STORAGE_CLASS");
    expect(unknown.details.suggestions).toContain("sbs_5k");
    await refused("blockVolume", { ...spec, zone: "fr-par-9" }, "UNKNOWN_ZONE", "input.zone");
    const nowhere = { ...spec, storageClass: "sbs_15k", zone: "it-mil-1" };
    await refused("blockVolume", nowhere, "NOT_AVAILABLE_IN_LOCALITY", "input.zone");
  });

  it("that is a snapshot says that its redundancy is assumed", async () => {
    const snapshot = { kind: "blockVolume", storageClass: "sbs_5k_snapshot", place: "fr-par-1" } as const;
    expect(sayNotes(await ask(snapshot, 10, 1)).join()).toContain(
      "not published: how a snapshot is kept: 3 GB of the pool per GB, from 1.5 to 3",
    );
  });
});

describe("a bucket", () => {
  it.each([-1, 250_001, Number.NaN, Number.NEGATIVE_INFINITY])("cannot store %d GB", (storedGb) =>
    refused(
      "objectBucket",
      { storageClass: "standard", storedGb, region: "fr-par" },
      "BAD_USER_INPUT",
      "input.storedGb",
    ),
  );

  it("that is empty is nothing, and says so", async () => {
    const footprint = await ask({ kind: "objectBucket", storageClass: "standard", place: "fr-par" }, 0, 730);
    expect(impactsOf(footprint.parts).total.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
    expect(sayNotes(footprint)).toEqual(["Nothing is stored: the footprint is zero."]);
  });

  it("needs a class that exists, a region that exists, and the one in the other", async () => {
    const spec = { storageClass: "glacier", storedGb: 10, region: "fr-par" };
    const unknown = await refused(
      "objectBucket",
      { ...spec, storageClass: "Glacer" },
      "UNKNOWN_STORAGE_CLASS",
    );
    expect(unknown.details.suggestions).toContain("glacier");
    await refused("objectBucket", { ...spec, region: "fr-par-1" }, "UNKNOWN_REGION", "input.region");
    await refused("objectBucket", { ...spec, region: "pl-waw" }, "NOT_AVAILABLE_IN_LOCALITY", "input.region");
  });

  it("of Glacier draws the electricity of DC4, wherever its region is", async () => {
    const [paris, amsterdam] = await Promise.all(
      ["fr-par", "nl-ams"].map((place) =>
        impacts({ kind: "objectBucket", storageClass: "glacier", place }, 10, 1),
      ),
    );
    expect(amsterdam).toEqual(paris);
  });

  it("of a region knows its water only when each zone does", async () => {
    const water = async (place: string) =>
      (await impacts({ kind: "objectBucket", storageClass: "standard", place }, 10, 1)).total?.m3WaterUsage;
    expect((await water("fr-par"))?.expected).toBeGreaterThan(0);
    expect(await water("nl-ams")).toBeNull();
  });
});

it("the graph lists the classes and answers for both products", async () => {
  const source = `{
    blockStorageClasses { name title minGb maxGb redundancy { value confidence } zones }
    objectStorageClasses { name title minGb maxGb redundancy { value } usableShare { value } places { region zone } }
    blockVolume(input: {storageClass: "sbs_5k", sizeGb: 200, zone: "fr-par-2"}) {
      name storageClass sizeGb locality { name } product { id }
      footprint(during: {hours: 730}) { total { kgCo2Equivalent } notes }
    }
    objectBucket(input: {storageClass: "onezone_ia", storedGb: 1000, region: "nl-ams"}) {
      name storageClass storedGb locality { name } product { id } footprint { total { kgCo2Equivalent } notes }
    }
  }`;
  const answer = await graphql({
    schema: schema.executable,
    source,
    contextValue: contextOf(sessionAt(DAY)),
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({
    blockStorageClasses: expect.arrayContaining([
      expect.objectContaining({
        name: "sbs_5k",
        minGb: 5,
        redundancy: { value: 3, confidence: "PUBLISHED" },
      }),
    ]),
    objectStorageClasses: expect.arrayContaining([
      expect.objectContaining({
        name: "glacier",
        redundancy: { value: 1.5 },
        usableShare: { value: 0.8 },
        places: expect.arrayContaining([{ region: "fr-par", zone: "fr-par-3" }]),
      }),
    ]),
    blockVolume: { storageClass: "sbs_5k", sizeGb: 200, locality: { name: "fr-par-2" } },
    objectBucket: { storageClass: "onezone_ia", storedGb: 1000, locality: { name: "nl-ams-1" } },
  });
});

interface Refusal {
  readonly details: { readonly suggestions?: readonly string[] };
}

/** Both the calculator and the presenter refuse it alike. */
async function refused(kind: string, spec: object, code: string, field?: string): Promise<Refusal> {
  const refusal = {
    name: "DomainError",
    code,
    ...(field === undefined ? {} : { details: expect.objectContaining({ field }) }),
  };
  const error = await engine.footprint(kind, spec, { hours: 1, on: DAY }).catch((cause: unknown) => cause);
  expect(error).toMatchObject(refusal);
  expect(() => sessionAt(DAY).resource(kind, spec)).toThrow((error as Error).message);
  return error as Refusal;
}
