import { groupBy, unique } from "../../../src/core/helpers";
import {
  type Estimate,
  type HostSlopes,
  type KnownFigures,
  mean,
  type Ratios,
  ratiosOf,
  type Sample,
  slopesPart,
  type ZoneConstant,
} from "./figures";
import { erasOf, type HostEra, SAME } from "./host-eras";
import { fitRelative, rankOf } from "./least-squares";

/**
 * estimate = share × host + constant, solved once per host and era, and once per zone and recording.
 *
 * The shares cancel: only slopes per vCPU and per GiB can be known, with the ratio between them.
 * Water gives the power, greenhouse gases less that power give the manufacturing.
 */
export class Derivation {
  readonly eras = new Map<string, readonly HostEra[]>();
  private readonly constants = new Map<string, ZoneConstant>();

  constructor(
    private readonly estimates: readonly Estimate[],
    private readonly known: KnownFigures,
    private readonly referenceHost: string,
  ) {
    this.constantsOfReference();
    this.fitHosts();
    this.constantsOfUnchangedHosts();
    this.fitHosts();
    this.constantsOfSingleAnswers();
  }

  /** The constant of a zone on the day of a recording, undefined where that recording has no estimate there. */
  constant(zone: string, day: string): ZoneConstant | undefined {
    return this.constants.get(keyOf(zone, day));
  }

  /** The figures of a host that its last recording up to the day tells, else its first. */
  slopesOn(host: string, day: string): HostSlopes | undefined {
    const eras = this.eras.get(host) ?? [];
    return (eras.findLast(({ from }) => from <= day) ?? eras[0])?.slopes;
  }

  /** Days of recordings with an estimate, oldest first. */
  get days(): string[] {
    return unique(this.estimates.map(({ recordedOn }) => recordedOn)).sort();
  }

  /** Where the reference host draws a line of its own, its intercept is the constant. */
  private constantsOfReference(): void {
    const of = this.estimates.filter(({ host }) => host === this.referenceHost);
    const groups = [...groupBy(of, groupOf)];
    const best = groups
      .filter(([, group]) => rankOf(group.map(({ vcpu, ramGib }) => [1, vcpu, ramGib])) === 3)
      .sort(([, a], [, b]) => b.length - a.length)[0]?.[1];
    if (best === undefined)
      throw new Error(`no zone lists ${this.referenceHost} with more than one ratio of RAM to vCPU`);
    const [, perVcpu = 1, perGib = 0] = fitRelative(
      best.map(({ vcpu, ramGib, kgCo2e }) => ({ of: [1, vcpu, ramGib], equals: kgCo2e })),
    );
    const line = (one: Estimate): number[] => [1, one.vcpu + (perGib / perVcpu) * one.ramGib];
    for (const [key, group] of groups) {
      if (!isLine(group, line)) continue;
      const [kg = 0] = fitRelative(group.map((one) => ({ of: line(one), equals: one.kgCo2e })));
      const watered = group.flatMap(({ m3Water, ...one }) => (m3Water === null ? [] : [{ ...one, m3Water }]));
      const [m3 = null] =
        watered.length < group.length
          ? []
          : fitRelative(watered.map((one) => ({ of: line({ ...one }), equals: one.m3Water })));
      this.constants.set(key, { kg, m3 });
    }
  }

  /**
   * Days without the reference host: hosts whose line is as another recording tells it are trusted with the constants,
   * and those alone, since the others have changed.
   */
  private constantsOfUnchangedHosts(): void {
    for (const day of this.days) {
      const here = this.estimates.filter(({ recordedOn }) => recordedOn === day);
      const unchanged = [...groupBy(here, ({ host }) => host)].flatMap(([host, of]) =>
        this.isUnchanged(of) ? [host] : [],
      );
      this.addConstants(here.filter(({ host }) => unchanged.includes(host)));
    }
  }

  /** Single answers of a zone: what remains of them after the figures of their hosts. */
  private constantsOfSingleAnswers(): void {
    this.addConstants(this.estimates);
  }

  private addConstants(estimates: readonly Estimate[]): void {
    for (const [key, group] of groupBy(estimates, groupOf)) {
      if (this.constants.has(key)) continue;
      const rests = group.map((one) => this.restOf(one)).filter((rest) => rest !== null);
      if (rests.length === 0) continue;
      const m3 = rests.flatMap((rest) => rest.m3 ?? []);
      this.constants.set(key, {
        kg: mean(rests.map(({ kg }) => kg)),
        m3: m3.length === 0 ? null : mean(m3),
      });
    }
  }

  /** Whether at least one zone has a line of the host, and what remains of each estimate of a line is one constant. */
  private isUnchanged(ofHost: readonly Estimate[]): boolean {
    const lines = [...groupBy(ofHost, ({ zone }) => zone).values()].filter((group) =>
      isLine(group, ({ vcpu, ramGib }) => [1, vcpu, ramGib]),
    );
    return lines.length > 0 && lines.every((group) => this.isInLine(group));
  }

  private isInLine(group: readonly Estimate[]): boolean {
    const rests = group.map((one) => this.restOf(one)?.kg ?? Number.NaN);
    const constant = mean(rests);
    return group.every(({ kgCo2e }, index) => Math.abs((rests[index] as number) - constant) <= SAME * kgCo2e);
  }

  private fitHosts(): void {
    const samples = this.estimates.flatMap((estimate): Sample[] => {
      const constant = this.constants.get(groupOf(estimate));
      const site = this.known.constants(estimate.zone, estimate.recordedOn);
      return constant === undefined ? [] : [{ estimate, constant, site }];
    });
    const byHost = groupBy(samples, ({ estimate }) => estimate.host);
    const hosts = [...byHost.keys()].sort(
      (a, b) => Number(hasOneRatio(byHost.get(a))) - Number(hasOneRatio(byHost.get(b))),
    );
    for (const host of hosts) {
      const of = byHost.get(host) as Sample[];
      this.eras.set(host, erasOf(host, of, hasOneRatio(of) ? this.ratiosOfKin(host) : null));
    }
  }

  /** The ratios of a host with the same CPU, the reference host first. */
  private ratiosOfKin(host: string): Ratios {
    const { cpuModel } = this.known.host(host);
    const kin = [this.referenceHost, ...this.eras.keys()].find(
      (other) => other !== host && this.eras.has(other) && this.known.host(other).cpuModel === cpuModel,
    );
    const first = kin === undefined ? undefined : this.eras.get(kin)?.[0];
    if (first === undefined) throw new Error(`${host}: no host with its CPU tells the ratio of RAM to vCPU`);
    return ratiosOf(first.slopes);
  }

  /** What is left of an estimate after its host's slopes, brought to the reference host; null where these are not known. */
  private restOf(one: Estimate): ZoneConstant | null {
    const slopes = this.slopesOn(one.host, one.recordedOn);
    if (slopes === undefined) return null;
    const { kg, m3 } = slopesPart(one, slopes, this.known.constants(one.zone, one.recordedOn));
    return {
      kg: (one.kgCo2e - kg) / slopes.relativePower,
      m3: one.m3Water === null || m3 === null ? null : (one.m3Water - m3) / slopes.relativePower,
    };
  }
}

function keyOf(zone: string, day: string): string {
  return `${zone} ${day}`;
}

function groupOf({ zone, recordedOn }: Estimate): string {
  return keyOf(zone, recordedOn);
}

/** Whether the sizes differ, so that what they share is told apart from what grows with them. */
function isLine(group: readonly Estimate[], line: (one: Estimate) => number[]): boolean {
  return rankOf(group.map(line)) >= 2;
}

function hasOneRatio(samples: readonly Sample[] = []): boolean {
  return unique(samples.map(({ estimate: { vcpu, ramGib } }) => ramGib / vcpu)).length === 1;
}
