import type { PluginSetup } from "../../src/core/contract";
import { type DataFolder, defineTable, list, number, type RowOf, text } from "../../src/core/factors";
import { type PartsTableRow, partsTable, requireParts, requireZones, tablesOf } from "../../src/product";

const types = defineTable("load-balancer-types", ["name"], {
  name: text(),
  bandwidth_mbps: number("Mbit/s", { min: 1 }),
  max_connections: number("connection", { min: 1, integer: true }),
  zones: list(),
});

/** A type, and the Instance type that is taken to run it. */
export type LoadBalancerType = RowOf<typeof types> & { readonly instanceType: string };

export interface LoadBalancerCatalogue {
  readonly types: ReadonlyMap<string, LoadBalancerType>;
  readonly parts: ReadonlyMap<string, PartsTableRow>;
}

const tables = tablesOf(
  { types, parts: partsTable("load-balancer-parts") },
  { factors: ["load-balancer-counts"] },
);

export function loadCatalogue(setup: PluginSetup, data: DataFolder): LoadBalancerCatalogue {
  const { types, parts } = tables(setup, data);
  requireZones(setup, types.values(), "zones");
  requireParts(setup.reader, types, parts.values());
  const instanceOf = (type: string): string => [...parts.values()].find(({ of }) => of === type)?.offer ?? "";
  const withInstances = [...types].map(
    ([name, row]) => [name, { ...row, instanceType: instanceOf(name) }] as const,
  );
  return { types: new Map(withInstances), parts };
}
