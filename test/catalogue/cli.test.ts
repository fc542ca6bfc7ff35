import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { totalOf } from "../../src/core/footprint";
import { EXIT, run } from "../../src/tools/catalogue";
import { usualComposition } from "../support/usual";
import { type CatalogueServer, startCatalogue, status } from "./server";
import { stillClock } from "./still-clock";
import { instanceOnWire, modelOnWire } from "./wire";

let server: CatalogueServer;
let folder: string;

beforeEach(async () => {
  server = await startCatalogue();
  folder = await mkdtemp(join(tmpdir(), "catalogue-cli-"));
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function cli(...args: string[]) {
  let out = "";
  let err = "";
  const code = await run(args, {
    environment: { SCW_API_URL: `${server.url}/`, FOOTPRINT_CATALOGUE: join(folder, "catalogue.json") },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    reading: { clock: stillClock(), limits: { attempts: 2 } },
  });
  return { code, out, err };
}

test("sync says what was read and what was left out", async () => {
  server.products = [instanceOnWire(), modelOnWire(), { sku: "/broken" }];
  const { code, out, err } = await cli("sync");
  expect([code, err]).toEqual([EXIT.ok, ""]);
  expect(out).toContain("1 Instance types, 1 models, zones fr-par-1.");
  expect(out).toMatch(/generative_apis +1 +1\n {2}instance +1 +0\n/);
  expect(out).toMatch(/Left out as malformed \(1\)[\s\S]*\/broken +1 +product must be a text/);
});

test("sync --json gives the same to programs", async () => {
  server.products = [instanceOnWire(), { sku: "/broken" }];
  const { code, out } = await cli("sync", "--json");
  expect(code).toBe(EXIT.ok);
  expect(JSON.parse(out)).toMatchObject({ synced: true, products: 1, problems: [{ sku: "/broken" }] });
});

test("a failed sync says what stays in force, and the file is unchanged", async () => {
  server.products = [instanceOnWire()];
  await cli("sync");
  const before = await readFile(join(folder, "catalogue.json"), "utf8");
  server.always = status(500);
  const { code, out, err } = await cli("sync");
  expect([code, out]).toEqual([EXIT.failed, ""]);
  expect(err).toContain("The last good data stay in force: 1 products, read at 2026-08-01T12:00:00.000Z.");
  expect(await readFile(join(folder, "catalogue.json"), "utf8")).toBe(before);
  const forPrograms = await cli("sync", "--json");
  expect(JSON.parse(forPrograms.out)).toMatchObject({ synced: false, lastGood: { products: 1 } });
});

test("a failed first sync says that there is nothing to fall back on", async () => {
  server.always = status(500);
  expect((await cli("sync")).err).toContain("There are no earlier data to fall back on.");
});

test("diff without a catalogue says what to do", async () => {
  const { code, err } = await cli("diff");
  expect(code).toBe(EXIT.failed);
  expect(err).toContain('run "sync" first');
});

describe("diff beside the graph as it is served", () => {
  const spec = { type: "POP2-2C-8G", zone: "fr-par-1" };

  beforeEach(async () => {
    const period = { hours: 1, on: new Date("2026-08-01T12:00:00Z") };
    const total = totalOf((await usualComposition().engine.footprint("instance", spec, period)).parts);
    const kg = total.kgCo2Equivalent.expected;
    const water = total.m3WaterUsage?.expected ?? Number.NaN;
    server.products = [
      instanceOnWire({ ...spec, estimate: { kg_co2_equivalent: kg, m3_water_usage: water } }),
      instanceOnWire({ type: "PLAY2-NANO", vcpu: 1, gib: 4, estimate: { kg_co2_equivalent: 1 } }),
      instanceOnWire({ type: "NEW1-S", estimate: { kg_co2_equivalent: 1 } }),
    ];
    await cli("sync");
  });

  test("tables: an estimate equal to ours, one that differs, one that we cannot compute", async () => {
    const { code, out } = await cli("diff");
    expect(code).toBe(EXIT.differences);
    expect(out).toMatch(/New Instance types \(1\)[\s\S]*NEW1-S/);
    expect(out).toMatch(/PLAY2-NANO +vcpu +2 +1\n/);
    expect(out).toMatch(/Estimates that differ \(1\)[\s\S]*play2_nano\S+ +1 +1\.0000e\+0 [\s\S]*-99\.\d+ %/);
    expect(out).toMatch(
      /Estimates equal within 0\.010 % \(1\)[\s\S]*pop2_2c_8g\S+ .* 0\.000 % .* 0\.000 %\n/,
    );
    expect(out).toMatch(
      /Estimates that we cannot compute \(1\)[\s\S]*new1_s\S+ .*Unknown Instance type "NEW1-S"/,
    );
  });

  test("--json", async () => {
    const { code, out } = await cli("diff", "--json");
    expect(code).toBe(EXIT.differences);
    expect(JSON.parse(out)).toMatchObject({
      different: true,
      types: { added: [{ name: "NEW1-S" }] },
      estimates: { compared: [{ type: "POP2-2C-8G", kgDifference: 0 }, { type: "PLAY2-NANO" }] },
    });
  });
});

test.each([[[]], [["fetch"]], [["sync", "diff"]], [["diff", "--yaml"]]])("wrong usage %j", async (args) => {
  const { code, err } = await cli(...args);
  expect(code).toBe(EXIT.usage);
  expect(err).toContain("Usage: catalogue sync | diff");
});

test("--help tells the usage", async () => {
  const { code, out } = await cli("--help");
  expect([code, out.startsWith("Usage")]).toEqual([EXIT.ok, true]);
});
