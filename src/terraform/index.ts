import type { InfrastructureRow } from "../core/contract";
import { memo } from "../core/lang";
import type { EngineSession } from "../estimates";
import { loadResourceTypes, type ResourceTypeRow } from "./account/resource-types";
import { rulesOf } from "./account/rules";
import { besideEarlier, earlierFrom, earlierOf, isReport } from "./baseline";
import { reportOn } from "./estimate";
import { type Beside, type InventoryRules, inventoryOf } from "./inventory";
import { documentOf, jsonIn } from "./read";
import type { TerraformReport } from "./report/report";
import { Usage } from "./usage";

export { REASONS, type Reason } from "./account/reasons";
export type { ResourceTypes } from "./account/resource-types";
export type * from "./report/report";

/** What is asked of a plan or a state. */
export interface TerraformRequest {
  /** The file, as it was read. */
  readonly plan: Uint8Array;
  /** JSON of an earlier run, or another plan or state: what the change is against. */
  readonly baseline?: Uint8Array | null;
  /** What a usage file says, parsed. */
  readonly usage?: unknown;
  /** What the environment names for resources that name no place. */
  readonly zone?: string | null;
  readonly region?: string | null;
  /** Length of the period [h]. */
  readonly hours?: number | null;
  /** Day whose factors are taken; null for today. */
  readonly asOf?: Date | null;
  /** Called with a fault of ours, which a resource then carries as its reason. */
  readonly report?: (cause: unknown) => void;
}

const typesOnce = memo(loadResourceTypes);

/** What is known of types of resources beside the rules of products. */
export function resourceTypesKnown(): readonly ResourceTypeRow[] {
  return [...typesOnce().types.values()];
}

/**
 * What a plan or a state emits: now, as planned, and the change.
 * @param infrastructure which resources are of each product, by its kind
 * @throws DomainError BAD_USER_INPUT for a file that is neither, with what to run
 */
export async function estimateTerraform(
  request: TerraformRequest,
  infrastructure: ReadonlyMap<string, readonly InfrastructureRow[]>,
  session: EngineSession,
): Promise<TerraformReport> {
  const { zone = null, region = null, baseline = null, asOf = null, report = () => {} } = request;
  const products = [...infrastructure].map(([kind, rows]) => ({
    kind,
    rows,
    fields: session.product(kind).fields,
  }));
  const rules: InventoryRules = { parts: rulesOf(products), types: typesOnce(), zonesOf: zonesIn(session) };
  const usage = request.usage == null ? Usage.NONE : Usage.from(request.usage);
  const beside: Beside = { usage, zone, region };
  const document = documentOf(jsonIn(request.plan));
  const own = inventoryOf(document, rules, beside);
  const rows = baseline === null ? own : besideEarlier(own, earlierIn(baseline, rules, beside));
  const pinned = asOf === null ? session : session.asOf(asOf);
  const hours = request.hours ?? defaultHours(pinned);
  const compared = baseline !== null ? "baseline" : document.kind === "plan" ? "state" : null;
  const { kind, version, dataSources } = document;
  return reportOn(
    rows,
    {
      ...{ kind, version, dataSources: dataSources.length, comparedWith: compared },
      warnings: [...document.warnings, ...usage.unused],
    },
    pinned,
    { hours, asOf, report },
  );
}

function earlierIn(baseline: Uint8Array, rules: InventoryRules, beside: Beside) {
  const json = jsonIn(baseline);
  return isReport(json) ? earlierOf(json) : earlierFrom(inventoryOf(documentOf(json), rules, beside));
}

/** The month that figures are of where nobody says a period. */
function defaultHours(session: EngineSession): number {
  return session.factor("period.default").range.expected;
}

function zonesIn(session: EngineSession): (region: string) => readonly string[] {
  const zones = memo(() => session.places().map(({ name, region }) => ({ name, region })));
  return (region) => zones().flatMap((one) => (one.region === region ? [one.name] : []));
}
