import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordedInstances } from "../../plugins/instance/calibration/evidence";
import { slopesPart } from "../../plugins/instance/calibration/figures";
import { readInputs } from "../../plugins/instance/calibration/inputs";
import { calibrate } from "../../plugins/instance/calibration/run";
import { EXIT, run } from "../../src/tools/catalogue";
import { type CatalogueServer, startCatalogue } from "./server";
import { stillClock } from "./still-clock";
import { instanceOnWire } from "./wire";

const ROOT = join(__dirname, "..", "..");
/** What the calibration reads and writes of a checkout. */
const READ = ["src/core/factors/data", "plugins/instance/data", "plugins/instance/calibration"];
const CLOCK_DAY = "2026-08-01";
const LISTED = "2026-07-01";
/** What all constants moved by since the last listing, for the reference host [kgCO2e/h]. */
const MOVED = 2e-5;
const ACCEPTED = 1e-4;

let server: CatalogueServer;
let root: string;

beforeEach(async () => {
  server = await startCatalogue();
  root = await mkdtemp(join(tmpdir(), "calibrate-recording-"));
  for (const folder of READ) await cp(join(ROOT, folder), join(root, folder), { recursive: true });
});
afterEach(async () => {
  await server.stop();
  await rm(root, { recursive: true });
});

/** The listing of a day as the catalogue would print it after all constants moved. */
function movedListing() {
  const { estimates, derivation } = readInputs(root);
  const types = recordedInstances(join(root, "plugins/instance/calibration")).map(({ type }) => type);
  return estimates
    .map((one, index) => ({ ...one, type: types[index] as string }))
    .filter(({ recordedOn }) => recordedOn === LISTED)
    .map((one) => {
      const k = derivation.slopesOn(one.host, LISTED)?.relativePower ?? Number.NaN;
      const water = one.m3Water === null ? {} : { m3_water_usage: Math.fround(one.m3Water) };
      const estimate = { kg_co2_equivalent: Math.fround(one.kgCo2e + k * MOVED), ...water };
      return { type: one.type, zone: one.zone, estimate };
    });
}

test("a recording that was just made is calibrated: it begins a vintage that gives each of its estimates", async () => {
  const listing = movedListing();
  expect(listing.length).toBeGreaterThan(100);
  server.products = listing.map((one) => instanceOnWire(one));
  const recordings = join(root, "plugins/instance/calibration/recorded-estimates.csv");
  let said = "";
  const code = await run(["record", recordings], {
    environment: { SCW_API_URL: server.url, FOOTPRINT_CATALOGUE: join(root, "catalogue.json") },
    out: (text) => {
      said += text;
    },
    err: (text) => {
      said += text;
    },
    reading: { clock: stillClock(), limits: { attempts: 2 } },
  });
  expect([code, said]).toEqual([EXIT.ok, expect.stringContaining(`${listing.length} estimates recorded`)]);

  const files = calibrate(root);
  const rows = Object.values(files).join("\n").split("\n");
  const begun = rows.filter((row) => row.includes(`,${CLOCK_DAY},2026-08-11,`));
  for (const zone of ["fr-par-1", "nl-ams-2", "pl-waw-1", "it-mil-1"])
    expect(begun.filter((row) => row.startsWith(`management-it.${zone}.`)).length).toBeGreaterThan(1);
  // No host has changed: none begins an era.
  expect(rows.filter((row) => row.startsWith("host.") && row.includes(`,DERIVED,${CLOCK_DAY},`))).toEqual([]);

  const { estimates, derivation, constantsOf } = readInputs(root);
  const ofToday = estimates.filter(({ recordedOn }) => recordedOn === CLOCK_DAY);
  expect(ofToday).toHaveLength(listing.length);
  for (const one of ofToday) {
    const slopes = derivation.slopesOn(one.host, CLOCK_DAY);
    const constant = derivation.constant(one.zone, CLOCK_DAY);
    if (slopes === undefined || constant === undefined)
      throw new Error(`${one.host} in ${one.zone} is not told`);
    const { kg } = slopesPart(one, slopes, constantsOf(one.zone, CLOCK_DAY));
    expect(Math.abs((slopes.relativePower * constant.kg + kg) / one.kgCo2e - 1)).toBeLessThan(ACCEPTED);
  }
});
