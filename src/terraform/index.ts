import type { InfrastructureRow } from "../core/contract";
import { badInput, DomainError } from "../core/errors";
import { memo } from "../core/helpers";
import type { EngineSession } from "../estimates";
import { loadResourceTypes, type ResourceTypeRow } from "./account/resource-types";
import { rulesOf } from "./account/rules";
import { besideEarlier, earlierFrom, earlierOf, isReport } from "./baseline";
import { reportOn } from "./estimate";
import { type FigureSource, figuresHere } from "./figures/source";
import { type Beside, type InventoryRules, inventoryOf } from "./inventory";
import { documentOf, jsonIn } from "./read";
import type { TerraformReport } from "./report/report";
import { Usage } from "./usage";

export { REASONS } from "./account/reasons";
export type { CountedItem, FigurePeriod, FigureSource } from "./figures/source";
export type * from "./report/report";

/** Options of the estimate of a plan or a state. */
export interface TerraformRequest {
  /** The file, as it was read, or its JSON. */
  readonly plan: Uint8Array | object;
  /** The answer of an earlier run, or another plan or state: what the change is against. */
  readonly baseline?: Uint8Array | object | null;
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

/** Which resources are of each product, by its kind. */
export type Infrastructure = ReadonlyMap<string, readonly InfrastructureRow[]>;

const typesOnce = memo(loadResourceTypes);

/** What is known of types of resources beside the rules of products. */
export function resourceTypesKnown(): readonly ResourceTypeRow[] {
  return [...typesOnce().types.values()];
}

/**
 * What a plan or a state emits: now, as planned, and the change, by figures of this process.
 * @param infrastructure which resources are of each product, by its kind
 * @throws DomainError BAD_USER_INPUT for a file that is neither, with what to run
 */
export async function estimateTerraform(
  request: TerraformRequest,
  infrastructure: Infrastructure,
  session: EngineSession,
): Promise<TerraformReport> {
  const { asOf = null, report = () => {} } = request;
  return estimateTerraformBy(request, infrastructure, figuresHere(session, asOf, report));
}

/** The same by figures from anywhere. */
export async function estimateTerraformBy(
  request: TerraformRequest,
  infrastructure: Infrastructure,
  source: FigureSource,
): Promise<TerraformReport> {
  const { zone = null, region = null, baseline = null, asOf = null } = request;
  const products = [...infrastructure].flatMap(([kind, rows]) => {
    const fields = source.fieldsOf(kind);
    return fields === null ? [] : [{ kind, rows, fields }];
  });
  const rules: InventoryRules = { parts: rulesOf(products), types: typesOnce(), zonesOf: source.zonesOf };
  const usage = request.usage == null ? Usage.NONE : Usage.from(request.usage);
  const beside: Beside = { usage, zone, region };
  const document = documentOf(jsonOf(request.plan));
  const own = inventoryOf(document, rules, beside);
  const rows = baseline === null ? own : besideEarlier(own, earlierIn(baseline, rules, beside));
  const hours = request.hours ?? source.monthHours;
  const compared = baseline !== null ? "baseline" : document.kind === "plan" ? "state" : null;
  const { kind, version, dataSources } = document;
  return reportOn(
    rows,
    {
      ...{ kind, version, dataSources: dataSources.length, comparedWith: compared },
      warnings: [...document.warnings, ...usage.unused],
    },
    source,
    { hours, asOf },
  );
}

function jsonOf(given: Uint8Array | object): unknown {
  return ArrayBuffer.isView(given) ? jsonIn(given as Uint8Array) : given;
}

function earlierIn(baseline: Uint8Array | object, rules: InventoryRules, beside: Beside) {
  try {
    const json = jsonOf(baseline);
    return isReport(json) ? earlierOf(json) : earlierFrom(inventoryOf(documentOf(json), rules, beside));
  } catch (error) {
    // Which of two files is meant is for the message to say.
    if (error instanceof DomainError && error.details.field === "plan")
      throw badInput("baseline", `Of the baseline: ${error.message}`);
    throw error;
  }
}
