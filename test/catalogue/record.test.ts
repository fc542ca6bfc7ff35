import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordedInstances } from "../../plugins/instance/calibration/evidence";
import { EXIT, run } from "../../src/tools/catalogue";
import { type CatalogueServer, startCatalogue, status } from "./server";
import { stillClock } from "./still-clock";
import { instanceOnWire } from "./wire";

const RECORDINGS = join(__dirname, "../../plugins/instance/calibration/recorded-estimates.csv");
/** Day of the clock that stands still. */
const TODAY = "2026-08-01";

let server: CatalogueServer;
let folder: string;
let file: string;

beforeEach(async () => {
  server = await startCatalogue();
  folder = await mkdtemp(join(tmpdir(), "catalogue-record-"));
  file = join(folder, "recorded-estimates.csv");
  await copyFile(RECORDINGS, file);
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function record(...args: string[]) {
  let out = "";
  let err = "";
  const code = await run(["record", ...args], {
    environment: { SCW_API_URL: server.url, FOOTPRINT_CATALOGUE: join(folder, "catalogue.json") },
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

const ofToday = () => recordedInstances(folder).filter(({ recordedOn }) => recordedOn === TODAY);

test("estimates are kept under the day of reading, in the shape that the calibration reads", async () => {
  const estimate = { kg_co2_equivalent: 0.001234, m3_water_usage: 1.16e-7 };
  server.products = [
    instanceOnWire({ estimate }),
    instanceOnWire({ type: "PRO2-S", zone: "nl-ams-2", estimate: { kg_co2_equivalent: 0.0108 } }),
    instanceOnWire({
      type: "PRO2-M",
      estimate: { kg_co2_equivalent: 2.92 },
      unit: { unit: "month", size: 1 },
    }),
    instanceOnWire({ type: "GP1-S" }),
  ];
  const before = recordedInstances(folder);
  const { code, out, err } = await record(file);
  expect([code, err]).toEqual([EXIT.ok, ""]);
  expect(out).toContain(`3 estimates recorded for ${TODAY}`);
  expect(ofToday().map(({ type, zone, kgCo2e, m3Water }) => [type, zone, kgCo2e, m3Water])).toEqual([
    ["POP2-2C-8G", "fr-par-1", 0.001234, 1.16e-7],
    ["PRO2-M", "fr-par-1", 0.004, null],
    ["PRO2-S", "nl-ams-2", 0.0108, null],
  ]);
  expect(ofToday()[0]?.source).toContain(server.url);
  expect(recordedInstances(folder).filter(({ recordedOn }) => recordedOn !== TODAY)).toEqual(before);
});

test("what is recorded of a day stands, and the file stays as it is, byte for byte, where nothing is new", async () => {
  server.products = [instanceOnWire({ estimate: { kg_co2_equivalent: 0.001 } })];
  await record(file);
  const first = await readFile(file, "utf8");
  server.products = [instanceOnWire({ estimate: { kg_co2_equivalent: 0.002 } })];
  expect((await record(file)).out).toContain("1 were recorded on that day before");
  expect(await readFile(file, "utf8")).toBe(first);
});

test("types that the graph does not know are left out and named: the calibration could not place them", async () => {
  server.products = [instanceOnWire({ type: "NEW9-X2C-8G", estimate: { kg_co2_equivalent: 0.001 } })];
  const { code, out } = await record(file, "--json");
  expect(code).toBe(EXIT.ok);
  expect(JSON.parse(out)).toMatchObject({
    recorded: 0,
    leftOut: [{ reason: "the graph has no Instance type NEW9-X2C-8G" }],
  });
});

test("a catalogue that cannot be read, and a file that is none of recordings, are refused", async () => {
  server.products = [instanceOnWire({ estimate: { kg_co2_equivalent: 0.001 } })];
  const other = join(folder, "other.csv");
  await writeFile(other, "a,b\n1,2\n");
  const refused = await record(other);
  expect(refused.code).toBe(EXIT.failed);
  expect(refused.err).toContain("is no file of recordings");
  expect(await readFile(other, "utf8")).toBe("a,b\n1,2\n");
  server.always = status(500);
  const before = await readFile(file, "utf8");
  expect((await record(file)).code).toBe(EXIT.failed);
  expect(await readFile(file, "utf8")).toBe(before);
});
