import { groupBy } from "../../../src/core/helpers";
import { type HostSlopes, type Ratios, ratiosOf, type Sample, slopesPart } from "./figures";
import { fitRelative, type Observation, rankOf, relativeRows } from "./least-squares";

/** Recordings through which the figures of a host stay as they are. */
export interface HostEra {
  /** First and last day of its recordings. */
  readonly from: string;
  readonly to: string;
  readonly slopes: HostSlopes;
}

/** Estimates are recorded with seven or eight digits: figures that miss one by more than this share are others. */
export const SAME = 2e-6;
/** Equations that differ by less than the recorded digits tell the same. */
const DIGITS = 1e-5;

/**
 * The eras of a host, oldest first. An era ends where no one set of figures gives the estimates of the next recording too.
 * @param kin ratios of a host with the same CPU, for one whose types have a single ratio of GiB to vCPU; null where it tells its own
 */
export function erasOf(host: string, samples: readonly Sample[], kin: Ratios | null): HostEra[] {
  const byDay = groupBy(samples, ({ estimate }) => estimate.recordedOn);
  const eras: HostEra[] = [];
  let days: string[] = [];
  /** What tells the figures, and the figures as last solved. */
  let told: Sample[] = [];
  let slopes: HostSlopes | null = null;
  const solveFor = (of: readonly Sample[]): HostSlopes | null => solve(of, kin, eras.at(-1)?.slopes ?? null);
  const close = (): void => {
    const solved = solveFor(told);
    if (solved === null)
      throw new Error(`${host}: the estimates of ${days.join(", ")} do not tell its figures`);
    eras.push({ from: days[0] as string, to: days.at(-1) as string, slopes: solved });
  };
  for (const [day, ofDay] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = [...told, ...ofDay];
    if (slopes === null || worstOf(ofDay, slopes) > SAME) {
      const found = solveFor(all);
      if (told.length > 0 && found !== null && worstOf(all, found) > SAME) {
        close();
        [days, told, slopes] = [[day], ofDay, solveFor(ofDay)];
        continue;
      }
      slopes = found;
    }
    [days, told] = [[...days, day], all];
  }
  close();
  return eras;
}

/** By how much the figures miss the worst of the estimates, as a share of it. */
function worstOf(samples: readonly Sample[], slopes: HostSlopes): number {
  return Math.max(
    ...samples.flatMap(({ estimate, constant, site }) => {
      const { kg, m3 } = slopesPart(estimate, slopes, site);
      const ofKg = (slopes.relativePower * constant.kg + kg) / estimate.kgCo2e - 1;
      if (estimate.m3Water === null || constant.m3 === null || m3 === null) return [Math.abs(ofKg)];
      const ofWater = (slopes.relativePower * constant.m3 + m3) / estimate.m3Water - 1;
      return [Math.abs(ofKg), Math.abs(ofWater)];
    }),
  );
}

/** Unknowns: the ratio of the constants, then power and manufacturing per vCPU and per GiB. */
type Unknowns = [k: number, wattsV: number, wattsG: number, kgV: number, kgG: number];

/**
 * Figures that fit greenhouse gases in every zone, and water where it is told. What the estimates of an era leave open, the era
 * before tells: first the ratios of GiB to vCPU, then the ratio of the constants. Null where something stays open.
 */
function solve(samples: readonly Sample[], kin: Ratios | null, before: HostSlopes | null): HostSlopes | null {
  const equations = samples.flatMap(equationsOf);
  if (kin === null) {
    const found = solved(equations);
    if (found !== null) return toSlopes(found as Unknowns);
  }
  const ratios = kin ?? (before === null ? null : ratiosOf(before));
  if (ratios === null) return null;
  const tied = equations.map(({ of, equals }) => ({ of: tie(of as Unknowns, ratios), equals }));
  const three = solved(tied);
  if (three !== null) return untie(three, ratios);
  if (before === null) return null;
  const k = before.relativePower;
  const two = solved(tied.map(({ of: [c = 0, ...rest], equals }) => ({ of: rest, equals: equals - k * c })));
  return two === null ? null : untie([k, ...two], ratios);
}

function solved(equations: readonly Observation[]): number[] | null {
  const unknowns = equations[0]?.of.length ?? 0;
  return rankOf(relativeRows(equations), DIGITS) < unknowns ? null : fitRelative(equations);
}

function tie([k, wattsV, wattsG, kgV, kgG]: Unknowns, { power, manufacturing }: Ratios): number[] {
  return [k, wattsV + power * wattsG, kgV + manufacturing * kgG];
}

function untie([k = 0, watts = 0, kg = 0]: readonly number[], { power, manufacturing }: Ratios): HostSlopes {
  return toSlopes([k, watts, watts * power, kg, kg * manufacturing]);
}

function toSlopes([relativePower, wattsPerVcpu, wattsPerGib, kgPerVcpu, kgPerGib]: Unknowns): HostSlopes {
  return { relativePower, wattsPerVcpu, wattsPerGib, kgPerVcpu, kgPerGib };
}

function equationsOf({ estimate, constant, site }: Sample): Observation[] {
  const { vcpu, ramGib, kgCo2e, m3Water } = estimate;
  const kg = site.kgPerKwh / 1000;
  const equations: Observation[] = [
    { of: [constant.kg, vcpu * kg, ramGib * kg, vcpu, ramGib], equals: kgCo2e },
  ];
  if (m3Water !== null && constant.m3 !== null && site.wue !== null) {
    const m3 = site.wue / 1e6;
    equations.push({ of: [constant.m3, vcpu * m3, ramGib * m3, 0, 0], equals: m3Water });
  }
  return equations;
}
