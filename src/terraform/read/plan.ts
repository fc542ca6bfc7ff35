import { isRecord } from "../../core/helpers";
import type { Action, Json, ManagedResource, TerraformDocument, TerraformResource } from "../document";
import { refused } from "./json-text";
import { entriesOf, objectOf, objectsOf, textOf } from "./shapes";
import { resourceIn, resourcesIn, type StateResource, unchanged } from "./state";

/** A plan as `terraform show -json` prints it. */
export function readPlan(document: Json): TerraformDocument {
  const prior = resourcesIn(objectOf(document.prior_state).values);
  const changes = entriesOf(document.resource_changes, "resource_changes").flatMap((change) =>
    changeIn(change, null),
  );
  const deferred = entriesOf(document.deferred_changes, "deferred_changes").flatMap(
    ({ reason, resource_change }) => changeIn(objectOf(resource_change), textOf(reason) ?? "unknown"),
  );
  // Of a plan without changes at all, as programs beside Terraform print it, what is planned is all there is.
  const planned = Array.isArray(document.resource_changes)
    ? []
    : resourcesIn(document.planned_values).map((one) => createdFrom(one, prior));
  const known = [...changes, ...deferred, ...planned];
  const managed = known.filter(({ isData }) => !isData).map(({ resource }) => resource);
  const addresses = new Set(known.flatMap(({ resource }) => namesOf(resource)));
  // What a plan does not look at, such as what is outside of its targets, stays as it is.
  const untouched = prior.filter((one) => !one.isData && !addresses.has(identityOf(one)));
  return {
    kind: "plan",
    version: textOf(document.terraform_version),
    resources: [...managed, ...untouched.map(unchanged)],
    dataSources: [
      ...prior.filter(({ isData }) => isData),
      ...known.flatMap(({ isData, resource: { after } }) => (isData && after !== null ? [after] : [])),
    ],
    configuration: objectOf(document.configuration),
    variables: objectOf(document.variables),
    warnings: warningsOn(document, untouched.length),
  };
}

interface ReadChange {
  readonly isData: boolean;
  readonly resource: ManagedResource;
}

function changeIn(one: Json, deferredBecause: string | null): ReadChange[] {
  const moduleAddress = textOf(one.module_address) ?? "";
  const change = objectOf(one.change);
  for (const side of ["before", "after"]) requireValues(one, side, change[side]);
  const actions = actionsIn(change);
  const unknownAction = unknownIn(actions);
  const earlier = valuesOf(change.before);
  const sideOf = (values: Json | null, masks: Partial<TerraformResource>): StateResource | null =>
    values === null ? null : resourceIn(one, moduleAddress, values, masks);
  const before = sideOf(earlier, { sensitive: change.before_sensitive });
  const planned = sideOf(afterOf(change, actions), {
    unknown: change.after_unknown ?? {},
    sensitive: change.after_sensitive,
    earlier: actions.includes("create") ? null : earlier,
  });
  // What is no longer managed goes on: its footprint does not end with the plan.
  const after = actions.includes("forget") && planned === null ? before : planned;
  const named = resourceIn(one, moduleAddress, {});
  const isData = named.isData || textOf(one.mode) === "ephemeral";
  const { address, type, provider, deposed } = named;
  const resource: ManagedResource = {
    ...{ address, deposed, type, provider, moduleAddress, before, after, deferredBecause },
    unknownAction,
    action: unknownAction === null ? actionOf(actions) : "none",
    isImported: change.importing !== undefined && change.importing !== null,
    movedFrom: textOf(one.previous_address),
  };
  if (!(actions.includes("forget") && planned !== null && before !== null)) return [{ isData, resource }];
  // Replaced, and the former one goes on without Terraform: there are two of them then.
  const forgotten: ManagedResource = { ...resource, deposed: "forgotten", action: "forget", after: before };
  return [
    { isData, resource: { ...resource, action: "create", before: null } },
    { isData, resource: forgotten },
  ];
}

/** What is created of unknown values alone has no values, and is there all the same. */
function afterOf({ after }: Json, actions: readonly unknown[]): Json | null {
  return valuesOf(after) ?? (actions.includes("create") || actions.includes("update") ? {} : null);
}

/** Values that are none would pass for a resource of which nothing is said, and a part of it would have a figure. */
function requireValues({ address }: Json, side: string, values: unknown): void {
  if (values === undefined || values === null || isRecord(values)) return;
  throw refused(
    `The file is damaged or was changed: ${side} of ${textOf(address) ?? "a change"} is no object.`,
  );
}

function valuesOf(value: unknown): Json | null {
  return isRecord(value) ? value : null;
}

const ACTION: Readonly<Record<string, Action>> = {
  create: "create",
  update: "update",
  delete: "destroy",
  forget: "forget",
  read: "read",
};

const ACTIONS_READ: readonly unknown[] = [...Object.keys(ACTION), "no-op"];

function actionsIn({ actions }: Json): readonly unknown[] {
  if (actions === undefined || actions === null) return [];
  return Array.isArray(actions) ? actions : [actions];
}

/** The first action that is none of those that plans have. */
function unknownIn(actions: readonly unknown[]): string | null {
  const isUnknown = actions.some((one) => !ACTIONS_READ.includes(one));
  return isUnknown ? (textOf(actions.find((one) => !ACTIONS_READ.includes(one))) ?? "") : null;
}

function actionOf(actions: readonly unknown[]): Action {
  if (actions.length > 1) return "replace";
  return ACTION[String(actions[0])] ?? "none";
}

function createdFrom(after: StateResource, prior: readonly StateResource[]): ReadChange {
  const before = prior.find((one) => identityOf(one) === identityOf(after)) ?? null;
  const resource: ManagedResource = {
    ...unchanged(after),
    action: before === null ? "create" : "none",
    before,
  };
  return { isData: after.isData, resource };
}

function identityOf({ address, deposed }: Pick<StateResource, "address" | "deposed">): string {
  return deposed === null ? address : `${address} ${deposed}`;
}

function namesOf(resource: ManagedResource): string[] {
  const { movedFrom } = resource;
  return [identityOf(resource), ...(movedFrom === null ? [] : [movedFrom])];
}

function warningsOn(document: Json, untouched: number): string[] {
  const drifted = objectsOf(document.resource_drift).filter(({ mode }) => mode !== "data").length;
  const warnings: string[] = [];
  if (document.errored === true)
    warnings.push("Planning ended with an error, so that the plan is not whole: resources may be missing.");
  if (document.complete === false && document.errored !== true)
    warnings.push("The plan is not complete: more is planned when it is applied.");
  if (drifted > 0)
    warnings.push(
      `${many(drifted, "resource was", "resources were")} changed outside of Terraform: what is, is counted as it was found.`,
    );
  if (untouched > 0)
    warnings.push(
      `${many(untouched, "resource is", "resources are")} outside of what was planned and counted as unchanged.`,
    );
  return warnings;
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
