import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REFERENCE_HOST, readInputs } from "../../plugins/instance/calibration/inputs";
import { sayNotes, startOfDay } from "../../src/core/footprint";
import { usualComposition } from "../support/usual";

const ROOT = join(__dirname, "..", "..");
const inputs = readInputs(ROOT);
const ZONE = "fr-par-1";

/** Power that the water of the zone's constant tells, for the reference host [W]. */
function constantWatts(day: string): number {
  const { wue } = inputs.constantsOf(ZONE, day);
  return ((inputs.derivation.constant(ZONE, day)?.m3 ?? Number.NaN) * 1e6) / (wue ?? Number.NaN);
}
const shareOn = (day: string) => inputs.sharedEnergy.find((one) => one.day === day)?.ratio ?? Number.NaN;

describe("shared energy", () => {
  it("of bare metal fell where the slopes of Instances did not move: these do not have it", () => {
    expect(shareOn("2025-07-22")).toBeCloseTo(0.5334, 3);
    expect(shareOn("2025-08-20")).toBeCloseTo(0.0921, 3);
    expect(shareOn("2025-10-15")).toBeCloseTo(0.0897, 3);
    expect(shareOn("2025-12-02")).toBeCloseTo(0.0834, 3);
    // One era, whose slopes give every recorded digit of kgCO2e and water before and after.
    const eras = inputs.derivation.eras.get(REFERENCE_HOST) ?? [];
    const around = eras.filter(({ from, to }) => from <= "2025-07-08" && to >= "2025-09-29");
    expect(around).toHaveLength(1);
  });

  it("fell in the constant of the zone by as much of the host's power: it is that which has it", () => {
    const host = inputs.factors.value("reference-host.power").range.expected;
    const ofInstances = (constantWatts("2025-07-08") - constantWatts("2025-09-29")) / host;
    const ofBareMetal = shareOn("2025-07-10") - shareOn("2025-08-20");
    expect(ofInstances).toBeCloseTo(0.445, 3);
    expect(ofBareMetal).toBeCloseTo(0.441, 3);
    expect(Math.abs(ofInstances / ofBareMetal - 1)).toBeLessThan(0.02);
  });

  it("stands on the page as it is derived", () => {
    const page = readFileSync(join(ROOT, "docs", "calibration.md"), "utf8");
    for (const { day, ratio } of inputs.sharedEnergy)
      expect(page).toContain(`| ${day} | ${(100 * ratio).toFixed(1)} % |`);
    for (const day of ["2025-06-27", "2025-07-08", "2025-09-29", "2025-10-15", "2026-02-26"])
      expect(page).toContain(`| ${day} | ${constantWatts(day).toFixed(1)} W |`);
  });

  it.each([
    ["2025-07-15", "53 % of a server's energy on these days, where 8.3 % is charged by power"],
    ["2025-09-01", null],
    ["2026-07-15", null],
  ])("is told in an answer of %s where what is charged is much less", async (day, said) => {
    const { engine } = usualComposition();
    const period = { on: startOfDay(day), hours: 730 };
    const figure = await engine.footprint("instance", { type: "PRO2-S", zone: ZONE }, period);
    const notes = sayNotes(figure).filter((note) => note.startsWith("On bare metal"));
    expect(notes.length).toBe(said === null ? 0 : 1);
    if (said !== null) expect(notes[0]).toContain(said);
  });
});
