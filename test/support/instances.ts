import { instance } from "../../plugins/instance";
import { InstanceCatalogue, type InstanceTypeEntry } from "../../plugins/instance/catalogue";
import { composeEstimates } from "../../src/compose-estimates";
import type { FootprintEngine } from "../../src/core/engine";
import type { Footprint } from "../../src/core/footprint";
import { memo } from "../../src/core/helpers";
import type { AllocationRule } from "../../src/core/method";

/** A day on which every zone has its figures and no vintage begins or ends. */
export const DAY = new Date("2026-11-23");

export interface InstanceSpec {
  readonly type: string;
  readonly zone: string;
  readonly allocationRule?: AllocationRule | null;
  /** [%] */
  readonly cpuLoadPercent?: number | null;
}

export interface Instances {
  readonly engine: FootprintEngine;
  readonly catalogue: InstanceCatalogue;
  /** Every type with the zones where it is offered; types offered nowhere are left out. */
  readonly offered: readonly InstanceTypeEntry[];
  readonly footprint: (spec: InstanceSpec, hours: number) => Promise<Footprint>;
}

/** The composition, and the catalogue, which is private to the Instance plugin. */
export const composeInstances = memo((): Instances => {
  const found: InstanceCatalogue[] = [];
  const plugin = {
    ...instance,
    setUp: (setup: Parameters<typeof instance.setUp>[0]) => {
      instance.setUp(setup);
      found.push(setup.scope.resolve(InstanceCatalogue));
    },
  };
  const { engine } = composeEstimates({ plugins: [plugin] });
  const [catalogue] = found;
  if (catalogue === undefined) throw new Error("the Instance plugin was not set up");
  return {
    engine,
    catalogue,
    offered: [...catalogue.types.values()].filter(({ row }) => row.zones.length > 0),
    footprint: (spec, hours) => engine.footprint("instance", spec, { hours, on: DAY }),
  };
});

export function specsOf({ row }: InstanceTypeEntry): InstanceSpec[] {
  return row.zones.map((zone) => ({ type: row.name, zone }));
}
