import { usualComposition } from "../support/usual";
import "reflect-metadata";
import { Deadline, estimateComparison, rankingOf } from "../../src/estimates";

const plain = usualComposition();

const NEVER = Number.POSITIVE_INFINITY;
const POOLS = 12;

const cluster = (region: string, load: number): object => ({
  kubernetesCluster: {
    controlPlane: "kapsule",
    region,
    pools: Array.from({ length: POOLS }, (_, index) => ({
      nodeType: ["PRO2-S", "DEV1-M", "GP1-S"][index % 3],
      nodes: 1 + index,
      cpuLoadPercent: (load + index * 7) % 97,
    })),
  },
});

/** Two clusters, of a session whose time is over when the clock has been looked at so often. */
async function compared(region: string) {
  const clock = { looks: 0, most: NEVER };
  const deadline = new Deadline(1, {
    clock: () => {
      clock.looks += 1;
      return clock.looks > clock.most ? 5_000 : 0;
    },
  });
  const session = plain.sessionAt(new Date("2026-11-25T00:00:00Z"), deadline);
  const inputs = { a: cluster("fr-par", 10), b: cluster(region, 13) };
  const comparison = await estimateComparison(inputs, null, session);
  clock.looks = 0;
  return { clock, comparison, session };
}

const WORK = {
  "its drivers": async () => {
    const { clock, comparison } = await compared("nl-ams");
    return { clock, work: () => comparison.difference.explanation("kgCo2Equivalent") };
  },
  "its range": async () => {
    const { clock, comparison } = await compared("nl-ams");
    return { clock, work: () => comparison.difference.range("kgCo2Equivalent") };
  },
  "a ranking": async () => {
    const { clock, comparison, session } = await compared("fr-par");
    const ranking = rankingOf([comparison.a.footprint, comparison.b.footprint], session);
    return { clock, work: () => ranking.unsettledWith(0) };
  },
};

describe("a long difference", () => {
  it.each(Object.entries(WORK))(
    "looks at the clock as it goes along, and stops in the middle: %s",
    async (_, begin) => {
      const whole = await begin();
      whole.work();
      const { looks } = whole.clock;
      expect(looks).toBeGreaterThan(POOLS);

      const { clock, work } = await begin();
      clock.most = Math.floor(looks / 2);
      expect(work).toThrow("The request took longer than 1 s");
      expect(clock.looks).toBe(clock.most + 1);
      // It stays over, and is no result.
      clock.most = NEVER;
      expect(work).toThrow("The request took longer than 1 s");
    },
  );
});
