import { readFileSync } from "node:fs";
import { join } from "node:path";
import { estimateTerraform, type TerraformReport, type TerraformRequest } from "../../../src/terraform";
import { usualComposition } from "../../support/usual";

export const NOW = new Date("2026-11-25T00:00:00Z");
export const FIXTURES = [
  "web.plan.json",
  "platform.plan.json",
  "edges.plan.json",
  "keys.plan.json",
  "unknown.plan.json",
  "own-model.plan.json",
  "state.json",
  "terraform.tfstate",
];

const composed = usualComposition();

export function fixture(name: string): Buffer {
  return readFileSync(join(__dirname, "../fixtures", name));
}

export function parsed(name: string): Record<string, unknown> {
  return JSON.parse(fixture(name).toString()) as Record<string, unknown>;
}

/** A fault of ours fails the test. */
export function reportOf(
  plan: Uint8Array | object,
  request: Partial<TerraformRequest> = {},
): Promise<TerraformReport> {
  const bytes = plan instanceof Uint8Array ? plan : Buffer.from(JSON.stringify(plan));
  const report = (cause: unknown): void => {
    throw cause;
  };
  return estimateTerraform(
    { plan: bytes, report, ...request },
    composed.infrastructure(),
    composed.sessionAt(NOW),
  );
}

/** Greenhouse gases of resources of products, as everything else here estimates them [kgCO2e]. */
export async function kilograms(
  lines: readonly (readonly [count: number, resource: Record<string, object>])[],
): Promise<number> {
  const session = composed.sessionAt(NOW);
  let sum = 0;
  for (const [count, resource] of lines) {
    const [[kind, spec]] = Object.entries(resource) as [[string, object]];
    const { parts } = await session.footprint(kind, spec, { hours: 730 });
    const { usage, manufacturing, operational } = parts;
    const all = [usage, manufacturing, operational.manufacturing, operational.use];
    sum += count * all.reduce((total, one) => total + one.kgCo2Equivalent.expected, 0);
  }
  return sum;
}

/** Every managed resource of a report is either among those with a figure or among those without. */
export function expectAll(report: TerraformReport): void {
  const { counts, resources, notEstimated } = report;
  expect(counts.estimated + counts.notEstimated).toBe(counts.managed);
  expect(resources.length).toBe(counts.estimated);
  const named = (one: { address: string; deposed: string | null }): string =>
    `${one.address} ${one.deposed ?? ""}`;
  const estimated = new Set(resources.map(named));
  const without = new Set(notEstimated.map(named).filter((name) => !estimated.has(name)));
  expect(without.size).toBe(counts.notEstimated);
  const reasons = Object.values(counts.byReason).reduce((sum, count) => sum + count, 0);
  expect(reasons).toBe(counts.notEstimated);
}
