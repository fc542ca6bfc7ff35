import { accountOf } from "./account/account";
import type { Accounted, Lacking } from "./account/line";
import { KNOWN_TO_BE_NOTHING } from "./account/reasons";
import { defaultFor, type ResourceTypes, withoutRules } from "./account/resource-types";
import type { RuledPart } from "./account/rules";
import type { ManagedResource, TerraformDocument, TerraformResource } from "./document";
import { Configuration } from "./resolve/configuration";
import { KnownResources } from "./resolve/resources";
import { Values } from "./resolve/values";
import type { Usage } from "./usage";

/** A managed resource with what it comes to: as it is, and as it will be. */
export interface InventoryRow extends Omit<ManagedResource, "before" | "after"> {
  readonly before: Accounted | null;
  readonly after: Accounted | null;
}

/** What documents are accounted with. */
export interface InventoryRules {
  readonly parts: ReadonlyMap<string, readonly RuledPart[]>;
  readonly types: ResourceTypes;
  readonly zonesOf: (region: string) => readonly string[];
}

/** What is said beside the document. */
export interface Beside {
  readonly usage: Usage;
  readonly zone: string | null;
  readonly region: string | null;
}

/** What each managed resource of a document comes to: none is left out. */
export function inventoryOf(
  document: TerraformDocument,
  rules: InventoryRules,
  beside: Beside,
): InventoryRow[] {
  const { resources, dataSources, configuration, variables } = document;
  const configured = new Configuration(configuration, variables);
  const there = resources.flatMap(({ before: is }) => (is === null ? [] : [is]));
  const valuesOf = (side: readonly (TerraformResource | null)[], isConfigured: boolean): Values =>
    new Values(new KnownResources([...side.filter((one) => one !== null), ...dataSources]), configured, {
      witnesses: isConfigured ? there : [],
      defaultOfProvider: (resource, attribute) => defaultFor(rules.types, resource, attribute),
      environment: { zone: beside.zone, region: beside.region },
      isConfigured,
    });
  const before = valuesOf(
    resources.map((one) => one.before),
    false,
  );
  const after = valuesOf(
    resources.map((one) => one.after),
    true,
  );
  return resources.map((one) => {
    const accounted = (side: TerraformResource | null, values: Values): Accounted | null =>
      side === null ? null : accountedOf(side, values, rules, beside);
    const is = accounted(one.before, before);
    if (one.deferredBecause !== null) return { ...one, before: is, after: deferred(one.deferredBecause) };
    if (one.unknownAction !== null) return { ...one, before: is, after: unclear(one.unknownAction) };
    if (one.before === null && one.after === null) return { ...one, before: UNSAID, after: UNSAID };
    // What stays is the same on both sides, by whatever way its values are found.
    if (one.before !== null && one.before === one.after) return { ...one, before: is, after: is };
    return { ...one, before: is, after: accounted(one.after, after) };
  });
}

function accountedOf(
  resource: TerraformResource,
  values: Values,
  { parts, types, zonesOf }: InventoryRules,
  { usage }: Beside,
): Accounted {
  const ruled = parts.get(resource.type);
  if (ruled !== undefined)
    return accountOf(resource, ruled, usage.of(resource, fieldsOf(ruled)), { values, zonesOf });
  if (resource.type === "") return UNTYPED;
  return without({ part: null, ...withoutRules(types, resource) });
}

function fieldsOf(parts: readonly RuledPart[]): string[] {
  return parts.flatMap(({ fields }) => fields.map(({ name }) => name));
}

function deferred(reason: string): Accounted {
  return without({
    part: null,
    reason: "DEFERRED",
    message: `Terraform plans it later (${wordsOf(reason)}).`,
    suggestions: [],
  });
}

function unclear(action: string): Accounted {
  return refused(`No action of a plan is called "${wordsOf(action)}": what it will be is not known.`);
}

/** What a document says freely, in a message of ours. */
function wordsOf(text: string): string {
  return text
    .replace(/[^\w ]/g, "")
    .replaceAll("_", " ")
    .slice(0, 60);
}

function refused(message: string): Accounted {
  return without({ part: null, reason: "REFUSED", message, suggestions: [] });
}

function without(lacking: Lacking): Accounted {
  const isNothing = KNOWN_TO_BE_NOTHING.includes(lacking.reason);
  return { lines: [], lacking: isNothing ? [] : [lacking], nothing: isNothing ? lacking : null, assumed: [] };
}

/** Of a resource that a document names and says nothing of. */
const UNSAID = refused("The document says neither what it is nor what it will be.");
const UNTYPED = refused("The document does not say of which type it is.");
