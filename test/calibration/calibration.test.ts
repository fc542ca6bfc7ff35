import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Derivation, type Estimate, type ZoneConstants } from "../../plugins/instance/calibration/derive";
import { factsOf, REFERENCE_HOST, readInputs } from "../../plugins/instance/calibration/inputs";
import { calibrate } from "../../plugins/instance/calibration/run";
import { compareAll, isAccepted, tolerance, worstOf } from "../../src/tools/accuracy";

const ROOT = join(__dirname, "..", "..");
const TOLERANCE = tolerance();

const inputs = readInputs(ROOT);
const site = { constants: inputs.constantsOf, host: (id: string) => factsOf(inputs.hostOf(id)) };

/** What a derivation says of an estimate that it may never have seen. */
function predict(derivation: Derivation, one: Estimate): number {
  const slopes = derivation.slopes.get(one.host);
  const constant = derivation.constants.get(one.zone);
  if (slopes === undefined || constant === undefined) return Number.NaN;
  const { kgPerKwh }: ZoneConstants = inputs.constantsOf(one.zone);
  const kwh = (one.vcpu * slopes.wattsPerVcpu + one.ramGib * slopes.wattsPerGib) / 1000;
  const kg = one.vcpu * slopes.kgPerVcpu + one.ramGib * slopes.kgPerGib;
  return kwh * kgPerKwh + kg + slopes.relativePower * constant.kg;
}

describe("the calibration", () => {
  it("gives the data files as they are", () => {
    for (const [file, content] of Object.entries(calibrate(ROOT))) {
      expect({ file, same: readFileSync(join(ROOT, file), "utf8") === content }).toEqual({
        file,
        same: true,
      });
    }
  });

  it("finds the constants of bare metal", () => {
    expect(inputs.overhead.sharedEnergyRatio).toBeCloseTo(0.08344, 5);
    expect(inputs.overhead.otherKgPerKwh).toBeCloseTo(0.0021, 4);
  });

  it("reproduces every recorded estimate, of greenhouse gases and of water", async () => {
    const comparisons = await compareAll();
    expect(comparisons).toHaveLength(142);
    const { kg, water } = worstOf(comparisons);
    expect(kg).toBeLessThan(TOLERANCE);
    expect(water).toBeLessThan(TOLERANCE);
    expect(isAccepted(comparisons)).toBe(true);
  });

  it("are not accepted where one is off, is not known, or none was compared", async () => {
    const [one, ...others] = await compareAll();
    if (one === undefined) throw new Error("nothing was compared");
    for (const wrong of [
      { ...one, kgError: 1.1 * TOLERANCE },
      { ...one, kgError: -1.1 * TOLERANCE },
      { ...one, waterError: -1 },
      { ...one, kgError: Number.NaN },
    ]) {
      expect(isAccepted([...others, wrong])).toBe(false);
    }
    expect(isAccepted([])).toBe(false);
  });

  it("predicts types that it has not seen", () => {
    const { estimates } = inputs;
    const listed = estimates.filter(({ recordedOn }) => recordedOn === inputs.recorded);
    // Half of the types of each host and zone are kept away, of those with enough types to spare.
    const seen = listed.filter((one) => {
      const peers = listed.filter((other) => other.host === one.host && other.zone === one.zone);
      return peers.length < 8 || peers.indexOf(one) % 2 === 0;
    });
    const derivation = new Derivation(seen, site, REFERENCE_HOST);
    const unseen = listed.filter((one) => !seen.includes(one));
    expect(unseen.length).toBeGreaterThan(30);
    for (const one of unseen)
      expect(Math.abs(predict(derivation, one) / one.kgCo2e - 1)).toBeLessThan(TOLERANCE);
  });

  it("predicts zones from the hosts of another", () => {
    const { estimates } = inputs;
    const listed = estimates.filter(({ recordedOn }) => recordedOn === inputs.recorded);
    // Elsewhere than in fr-par-1, only the reference host is known: the other hosts must follow.
    const seen = listed.filter(
      ({ zone, host }) => zone === "fr-par-1" || host === REFERENCE_HOST || /dev1|gp1/.test(host),
    );
    const derivation = new Derivation(seen, site, REFERENCE_HOST);
    const unseen = listed.filter((one) => !seen.includes(one));
    expect(unseen.length).toBeGreaterThan(20);
    for (const one of unseen)
      expect(Math.abs(predict(derivation, one) / one.kgCo2e - 1)).toBeLessThan(TOLERANCE);
  });
});
