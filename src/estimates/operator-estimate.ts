import type { RecordedEstimate } from "../core/contract";
import { specKey } from "../core/engine";
import {
  dayOf,
  type Footprint,
  HEADLINE,
  isInterval,
  type Period,
  startOfDay,
  totalOf,
} from "../core/footprint";
import { getOrInsert } from "../core/lang";

/** What the operator itself published for a resource, beside ours for the same hours on that day. */
export interface OperatorEstimate {
  /** As recorded, times the hours [kgCO2e]. */
  readonly kgCo2Equivalent: number;
  /** The same [m³]; null where the operator publishes none. */
  readonly m3WaterUsage: number | null;
  /** Unit of the catalogue that the estimate was published for. */
  readonly unit: string;
  /** ISO day of the recording. */
  readonly recordedOn: string;
  readonly source: string;
  /** For how long [h]. */
  readonly hours: number;
  readonly ours: Footprint;
  /** Ours over theirs, greenhouse gases [-]; null where theirs are zero. */
  readonly ratio: number | null;
  readonly note: string | null;
}

/** The estimates of a product, found by what each was published for. */
export class RecordedEstimates {
  private readonly bySpec = new Map<string, RecordedEstimate[]>();
  /** What estimates are published by, for example type and zone. */
  private readonly fields: readonly string[];

  constructor(estimates: readonly RecordedEstimate[]) {
    this.fields = Object.keys(estimates[0]?.spec ?? {});
    const byDay = [...estimates].sort((a, b) => (a.recordedOn < b.recordedOn ? -1 : 1));
    for (const one of byDay) getOrInsert(this.bySpec, specKey(one.spec), () => []).push(one);
  }

  /** Those of a resource, the oldest first. */
  of(spec: object): readonly RecordedEstimate[] {
    const given = spec as Record<string, unknown>;
    return this.bySpec.get(specKey(Object.fromEntries(this.fields.map((name) => [name, given[name]])))) ?? [];
  }
}

/** Fields that a resource says otherwise than what an estimate was published for, for example a measured load. */
export function fieldsBeyond(spec: object, published: object): string[] {
  const defaults = published as Record<string, unknown>;
  return Object.entries(spec)
    .filter(([name, value]) => specKey(value) !== specKey(defaults[name]))
    .map(([name]) => name);
}

/** The last one that was recorded by the end of a period, or by its day. */
export function estimateIn(estimates: readonly RecordedEstimate[], period: Period): RecordedEstimate | null {
  const last = isInterval(period) ? dayOf(new Date(Math.max(period.end.getTime() - 1, 0))) : dayOf(period.on);
  return estimates.findLast(({ recordedOn }) => recordedOn <= last) ?? null;
}

/**
 * An estimate for some hours, beside ours on its day.
 * @param oursOn what we compute for the same hours with the factors of a day
 */
export async function besideOurs(
  { kgCo2EquivalentPerHour, m3WaterPerHour, recordedOn, source }: RecordedEstimate,
  hours: number,
  beyond: readonly string[],
  oursOn: (day: Date) => Promise<Footprint>,
): Promise<OperatorEstimate> {
  const ours = await oursOn(startOfDay(recordedOn));
  const theirs = kgCo2EquivalentPerHour * hours;
  return {
    kgCo2Equivalent: theirs,
    m3WaterUsage: m3WaterPerHour === null ? null : m3WaterPerHour * hours,
    unit: "hour",
    recordedOn,
    source,
    hours,
    ours,
    ratio: theirs === 0 ? null : totalOf(ours.parts)[HEADLINE].expected / theirs,
    note:
      beyond.length === 0
        ? null
        : `The operator's estimate is published without ${beyond.join(", ")}, ours is with.`,
  };
}
