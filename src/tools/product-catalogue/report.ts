import { type CatalogueDiff, differs, SAME_WITHIN } from "./diff";
import type { EstimateComparison } from "./estimate-diff";
import { instanceTypesOf, modelsOf, zonesOf } from "./inventory";
import type { CatalogueProduct, Estimate } from "./product";
import type { Snapshot } from "./snapshot";
import { section } from "./table";

/** What a snapshot holds, and what was left out of it. */
export function snapshotReport({ products, problems, readAt, source }: Snapshot): string {
  const types = instanceTypesOf(products).size;
  const models = modelsOf(products).length;
  const zones = zonesOf(products);
  return [
    `${products.length} products read from ${source} at ${readAt}:\n` +
      `${types} Instance types, ${models} models, zones ${zones.length > 0 ? zones.join(", ") : "none"}.\n`,
    section("Products", ["product type", "SKUs", "with an estimate"], countsByType(products)),
    section(
      "Left out as malformed",
      ["SKU", "page", "problem"],
      problems.map((one) => [one.sku ?? "unknown", one.page, one.problem]),
    ),
  ].join("\n");
}

export function diffReport({ readAt, types, estimates }: CatalogueDiff): string {
  const different = estimates.compared.filter(differs);
  const same = estimates.compared.filter((one) => !differs(one));
  return [
    `The catalogue of ${readAt} beside the graph.\n`,
    section(
      "New Instance types",
      ["type", "vCPU", "GiB", "zones", "status"],
      types.added.map((one) => [
        one.name,
        one.vcpus.join(" or "),
        one.ramGibs.join(" or "),
        one.zones.join(" "),
        one.statuses.join(" "),
      ]),
    ),
    section(
      "Vanished Instance types",
      ["type", "vCPU", "GiB", "zones"],
      types.vanished.map((one) => [one.name, one.vcpu, one.ramGib, one.zones.join(" ")]),
    ),
    section(
      "Instance types that differ",
      ["type", "field", "graph", "catalogue"],
      types.changed.map((one) => [one.type, one.field, one.graph, one.catalogue]),
    ),
    section("Estimates that differ", ESTIMATE_COLUMNS, different.map(estimateRow)),
    section(`Estimates equal within ${percent(SAME_WITHIN)}`, ESTIMATE_COLUMNS, same.map(estimateRow)),
    section(
      "Estimates that we cannot compute",
      ["SKU", "theirs kgCO2e", "theirs m³", "reason"],
      estimates.notComputed.map(({ sku, theirs, reason }) => [sku, ...figures(theirs), reason]),
    ),
  ].join("\n");
}

const ESTIMATE_COLUMNS = [
  ...["SKU", "hours"],
  ...["theirs kgCO2e", "ours kgCO2e", "difference"],
  ...["theirs m³", "ours m³", "difference"],
];

function estimateRow({ sku, hours, theirs, ours, ...one }: EstimateComparison): (string | number)[] {
  const [theirKg, theirWater] = figures(theirs);
  const [ourKg, ourWater] = figures(ours);
  return [
    ...[sku, Number(hours.toPrecision(6))],
    ...[theirKg, ourKg, difference(one.kgDifference)],
    ...[theirWater, ourWater, difference(one.waterDifference)],
  ];
}

function figures({ kgCo2Equivalent, m3WaterUsage }: Estimate): [string, string] {
  const shown = (value: number | null): string => value?.toExponential(4) ?? "unknown";
  return [shown(kgCo2Equivalent), shown(m3WaterUsage)];
}

function difference(share: number | null): string {
  if (share === null) return "";
  // Rounding must not leave a sign without a number.
  const shown = percent(Math.abs(share));
  return shown === percent(0) ? shown : `${share > 0 ? "+" : "-"}${shown}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)} %`;
}

function countsByType(products: readonly CatalogueProduct[]): (string | number)[][] {
  const counts = new Map<string, { skus: number; estimates: number }>();
  for (const { type, estimate } of products) {
    const count = counts.get(type ?? "unnamed") ?? { skus: 0, estimates: 0 };
    counts.set(type ?? "unnamed", {
      skus: count.skus + 1,
      estimates: count.estimates + (estimate === null ? 0 : 1),
    });
  }
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([type, { skus, estimates }]) => [type, skus, estimates]);
}
