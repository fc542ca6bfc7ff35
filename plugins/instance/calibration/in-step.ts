import { mean, type ZoneConstant } from "./figures";

/** The constant of a zone on the day of a recording, and what it rests on. */
export interface DatedConstant extends ZoneConstant {
  readonly day: string;
  /** Recorded in the zone; moved in step with zones that were; or grown as they did where they were not in step. */
  readonly basis: "recorded" | "in step" | "grown";
  /** Day of the recording of the zone itself that it rests on. */
  readonly own: string;
  /** Least and most that the constant may have been [kgCO2e/h]. */
  readonly low: number;
  readonly high: number;
}

type Recorded = (zone: string, day: string) => ZoneConstant | undefined;

/** Constants move in step where they differ by no more than the recorded digits tell [kgCO2e/h and m3/h]. */
const ALIKE = { kg: 3e-8, m3: 2e-11 };

/**
 * The constant of every zone on every day of a recording, as far as it can be told, oldest first. A day on which nothing tells a zone
 * is left out: what was known before stands.
 *
 * Zones share a part of their constant, so that most move by the same amount from one recording to the next. Where a zone was not
 * recorded, the move of those that moved alike is added to the nearest day on which it was. Where no two moved alike, as in the
 * steps of 2025-08 and 2026-03, it grew as the others did on average, with their span as range.
 */
export function datedConstants(
  zones: readonly string[],
  days: readonly string[],
  recorded: Recorded,
): Map<string, DatedConstant[]> {
  const steps = new Steps(zones, days, recorded);
  const isKnown = (zone: string, day: string): boolean => steps.find(zone, day) !== undefined;
  steps.stepFrom((zone, day) => steps.isRecorded(zone, day));
  steps.stepFrom(isKnown);
  steps.grow();
  while (steps.stepFrom(isKnown) > 0);
  return steps.all();
}

class Steps {
  private readonly known = new Map<string, Map<string, DatedConstant>>();

  constructor(
    private readonly zones: readonly string[],
    private readonly days: readonly string[],
    private readonly recorded: Recorded,
  ) {
    for (const zone of zones) {
      const here = new Map<string, DatedConstant>();
      for (const day of days) {
        const one = recorded(zone, day);
        if (one !== undefined)
          here.set(day, { ...one, day, own: day, basis: "recorded", low: one.kg, high: one.kg });
      }
      this.known.set(zone, here);
    }
  }

  isRecorded(zone: string, day: string): boolean {
    return this.recorded(zone, day) !== undefined;
  }

  find(zone: string, day: string): DatedConstant | undefined {
    return this.known.get(zone)?.get(day);
  }

  all(): Map<string, DatedConstant[]> {
    return new Map(this.zones.map((zone) => [zone, this.days.flatMap((day) => this.find(zone, day) ?? [])]));
  }

  /** Fills days from anchors that qualify, the one with which most zones are in step, then the nearest; says how many days it filled. */
  stepFrom(isAnchor: (zone: string, day: string) => boolean): number {
    const found = this.open().flatMap(([zone, day]) => {
      const anchors = this.days
        .filter((other) => other !== day && isAnchor(zone, other))
        .map((anchor) => ({ anchor, alike: this.movedAlike(zone, anchor, day) }))
        .filter(({ alike }) => alike.length > 1)
        .sort((a, b) => b.alike.length - a.alike.length || apart(a.anchor, day) - apart(b.anchor, day));
      const [best] = anchors;
      return best === undefined ? [] : [{ zone, one: this.stepped(zone, best.anchor, day, best.alike) }];
    });
    for (const { zone, one } of found) this.known.get(zone)?.set(one.day, one);
    return found.length;
  }

  /** Fills the first day that a zone still lacks and two others know, together with the day before that the zone knows. */
  grow(): void {
    const found = this.zones.flatMap((zone) => {
      for (const [, day] of this.open().filter(([other]) => other === zone)) {
        const before = this.days.findLast((other) => other < day && this.find(zone, other) !== undefined);
        const pairs = before === undefined ? [] : this.pairs(zone, before, day);
        if (before !== undefined && pairs.length > 1)
          return [{ zone, one: this.grown(zone, before, day, pairs) }];
      }
      return [];
    });
    for (const { zone, one } of found) this.known.get(zone)?.set(one.day, one);
  }

  private grown(
    zone: string,
    before: string,
    day: string,
    pairs: [DatedConstant, DatedConstant][],
  ): DatedConstant {
    const from = this.find(zone, before) as DatedConstant;
    const growth = pairs.map(([a, b]) => b.kg / a.kg);
    const water = pairs.flatMap(([a, b]) => (a.m3 === null || b.m3 === null ? [] : [b.m3 / a.m3]));
    return {
      day,
      own: from.own,
      kg: from.kg * mean(growth),
      m3: from.m3 === null ? null : from.m3 * mean(water.length > 0 ? water : growth),
      basis: "grown",
      low: from.kg * Math.min(...growth),
      high: from.kg * Math.max(...growth),
    };
  }

  /** Zones and days without a constant, of zones that have one on another day. */
  private open(): [zone: string, day: string][] {
    return this.zones.flatMap((zone) =>
      this.known.get(zone)?.size === 0
        ? []
        : this.days
            .filter((day) => this.find(zone, day) === undefined)
            .map((day): [string, string] => [zone, day]),
    );
  }

  /** The constants of the other zones on both days. */
  private pairs(zone: string, from: string, to: string): [DatedConstant, DatedConstant][] {
    return this.zones.flatMap((other) => {
      const [a, b] = [this.find(other, from), this.find(other, to)];
      return other === zone || a === undefined || b === undefined
        ? []
        : [[a, b] as [DatedConstant, DatedConstant]];
    });
  }

  /** The largest group of other zones that were recorded on both days and moved by the same amount. */
  private movedAlike(zone: string, from: string, to: string): [DatedConstant, DatedConstant][] {
    const pairs = this.pairs(zone, from, to).filter(
      ([a, b]) => a.basis === "recorded" && b.basis === "recorded",
    );
    return largest(
      pairs.map((one) => pairs.filter((other) => Math.abs(move(one) - move(other)) <= ALIKE.kg)),
    );
  }

  private stepped(
    zone: string,
    anchor: string,
    day: string,
    alike: [DatedConstant, DatedConstant][],
  ): DatedConstant {
    const from = this.find(zone, anchor) as DatedConstant;
    const kg = from.kg + mean(alike.map(move));
    const m3 = from.m3 === null ? null : from.m3 + this.movedWater(zone, anchor, day);
    const around = [this.nearest(zone, day, -1), this.nearest(zone, day, 1), from].flatMap((one) =>
      one === undefined ? [] : [one.low, one.high],
    );
    return {
      ...{ day, own: from.own, kg, m3, basis: "in step" as const },
      ...{ low: Math.min(kg, ...around), high: Math.max(kg, ...around) },
    };
  }

  /**
   * The move of what zones share of their water: that of zones that moved alike, else the least. Zones have water of their own on top,
   * which is nearly none where the WUE is: the least move has least of it.
   */
  private movedWater(zone: string, from: string, to: string): number {
    const moves = this.pairs(zone, from, to)
      .filter(([a, b]) => a.basis === "recorded" && b.basis === "recorded")
      .flatMap(([a, b]) => (a.m3 === null || b.m3 === null ? [] : [b.m3 - a.m3]));
    const alike = largest(moves.map((one) => moves.filter((other) => Math.abs(one - other) <= ALIKE.m3)));
    if (alike.length > 1) return mean(alike);
    return moves.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
  }

  /** The recording of a zone before or after a day. */
  private nearest(zone: string, day: string, direction: 1 | -1): DatedConstant | undefined {
    const others = direction < 0 ? this.days.toReversed() : this.days;
    const found = others.find(
      (other) => (direction < 0 ? other < day : other > day) && this.isRecorded(zone, other),
    );
    return found === undefined ? undefined : this.find(zone, found);
  }
}

function move([from, to]: readonly [DatedConstant, DatedConstant]): number {
  return to.kg - from.kg;
}

function largest<T>(groups: readonly T[][]): T[] {
  return groups.reduce((best, group) => (group.length > best.length ? group : best), []);
}

function apart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}
