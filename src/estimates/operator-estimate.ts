import type {
  CataloguedEstimate,
  CataloguedFigure,
  FindCatalogued,
  RecordedEstimate,
} from "../core/contract";
import { type FootprintEngine, type PeriodFields, specKey } from "../core/engine";
import {
  dayOf,
  type Footprint,
  HEADLINE,
  isInterval,
  type Period,
  startOfDay,
  totalOf,
} from "../core/footprint";
import { add, type Calculation, type Confidence, confidenceOf, type Range } from "../core/formulas";
import { getOrInsert, quotientOrNull } from "../core/helpers";

/** One recording of what the operator published of a resource: of an hour of it, or by units of its amounts. */
export type Published = RecordedEstimate | CataloguedEstimate;

/** The operator's own published estimate for a resource, with ours for the same hours on that day. */
export interface OperatorEstimate {
  /** Times the hours; where the catalogue has units of amounts, as it is printed for one of them [kgCO2e]. */
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
  /** Ours over theirs, greenhouse gases [-]; null where theirs are zero, or not comparable as they are. */
  readonly ratio: number | null;
  readonly note: string | null;
  /** As the catalogue prints them. */
  readonly figures: readonly CataloguedFigure[];
  /** Null where the figure is compared as it is, or no part of it can be. */
  readonly comparable: ComparableEstimate | null;
}

/** The part of theirs that is of the same thing as a part of ours. */
export interface ComparableEstimate {
  readonly kgCo2Equivalent: Range;
  readonly m3WaterUsage: Range | null;
  /** Manufacturing and usage of the equipment [kgCO2e]. */
  readonly oursKgCo2Equivalent: Range;
  /** Ours over theirs [-]; null where theirs are zero. */
  readonly ratio: number | null;
  readonly confidence: Confidence;
  readonly calculations: readonly Calculation[];
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

/** A product of which the operator publishes estimates, or may. */
interface PublishingProduct {
  readonly kind: string;
  readonly recorded: () => RecordedEstimates;
  readonly catalogued: FindCatalogued;
}

/** What the operator published of a resource, recorded or in its catalogue, the oldest first. */
export function publishedOf(
  { kind, recorded, catalogued }: PublishingProduct,
  spec: object,
  engine: FootprintEngine,
): readonly Published[] {
  const canonical = engine.canonical(kind, spec);
  return [...recorded().of(canonical), ...catalogued(canonical, (day) => engine.on(day))];
}

/** Fields that a resource says otherwise than what an estimate was published for, for example a measured load. */
function beyondPublished(
  kind: string,
  spec: object,
  published: Published,
  engine: FootprintEngine,
): string[] {
  const defaults = engine.canonical(kind, published.spec) as Record<string, unknown>;
  return Object.entries(engine.canonical(kind, spec))
    .filter(([name, value]) => specKey(value) !== specKey(defaults[name]))
    .map(([name]) => name);
}

/** The last one that was recorded by the end of a period, or by its day. */
export function estimateIn(estimates: readonly Published[], period: Period): Published | null {
  const last = isInterval(period) ? dayOf(new Date(Math.max(period.end.getTime() - 1, 0))) : dayOf(period.on);
  return estimates.findLast(({ recordedOn }) => recordedOn <= last) ?? null;
}

/**
 * What was published, beside ours on its day.
 * @param session computes ours for the same hours
 */
export async function besideOurs(
  published: Published,
  { kind, spec, hours }: { readonly kind: string; readonly spec: object; readonly hours: number },
  session: { footprint(kind: string, spec: object, during: PeriodFields): Promise<Footprint> },
  engine: FootprintEngine,
): Promise<OperatorEstimate> {
  const { recordedOn, source } = published;
  const beyond = beyondPublished(kind, spec, published, engine);
  const ours = await session.footprint(kind, spec, { hours, asOf: startOfDay(recordedOn) });
  const theirs = "figures" in published ? asPrinted(published, ours) : forHours(published, hours, ours);
  const notes = [
    "note" in published ? published.note : null,
    beyond.length === 0
      ? null
      : `The operator's estimate is published without ${beyond.join(", ")}, ours is with.`,
  ].filter((one) => one !== null);
  return { ...theirs, recordedOn, source, hours, ours, note: notes.length === 0 ? null : notes.join(" ") };
}

type Theirs = Pick<
  OperatorEstimate,
  "kgCo2Equivalent" | "m3WaterUsage" | "unit" | "ratio" | "figures" | "comparable"
>;

function forHours(
  { label, kgCo2EquivalentPerHour, m3WaterPerHour }: RecordedEstimate,
  hours: number,
  ours: Footprint,
): Theirs {
  const unit = "hour";
  const kgCo2Equivalent = kgCo2EquivalentPerHour * hours;
  return {
    kgCo2Equivalent,
    m3WaterUsage: m3WaterPerHour === null ? null : m3WaterPerHour * hours,
    unit,
    ratio: ratioOf(totalOf(ours.parts)[HEADLINE], kgCo2Equivalent),
    figures: [{ label, unit, kgCo2Equivalent: kgCo2EquivalentPerHour, m3Water: m3WaterPerHour }],
    comparable: null,
  };
}

function asPrinted({ figures, comparable }: CataloguedEstimate, { parts }: Footprint): Theirs {
  const [{ kgCo2Equivalent, m3Water, unit }] = figures as readonly [CataloguedFigure];
  const made = add(parts.manufacturing[HEADLINE], parts.usage[HEADLINE]);
  return {
    ...{ kgCo2Equivalent, m3WaterUsage: m3Water, unit, ratio: null, figures },
    comparable:
      comparable === null
        ? null
        : {
            kgCo2Equivalent: comparable.kgCo2Equivalent.range,
            m3WaterUsage: comparable.m3Water?.range ?? null,
            oursKgCo2Equivalent: made,
            ratio: ratioOf(made, comparable.kgCo2Equivalent.range.expected),
            confidence: confidenceOf(comparable.kgCo2Equivalent),
            calculations: [comparable.kgCo2Equivalent, comparable.m3Water].filter((one) => one !== null),
          },
  };
}

function ratioOf({ expected }: Range, theirs: number): number | null {
  return quotientOrNull(expected, theirs);
}
