import type { Json, ManagedResource, TerraformDocument, TerraformResource } from "../document";
import { keyText, modulesOf } from "./address";
import { refused } from "./json-text";
import { entriesOf, keyOf, objectOf, textOf } from "./shapes";

/** A resource of a state, with the key of an object that a replacement has left behind. */
export interface StateResource extends TerraformResource {
  readonly moduleAddress: string;
  readonly deposed: string | null;
}

/** The type of a resource, in its address. */
const TYPE = /^(?:data\.)?([a-z][a-z0-9_]*)\./i;

/** The resources of `values` or `planned_values`, those of modules too, data sources among them. */
export function resourcesIn(values: unknown): StateResource[] {
  const found: StateResource[] = [];
  const modules: Json[] = [objectOf(objectOf(values).root_module)];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    const moduleAddress = textOf(module.address) ?? "";
    for (const one of entriesOf(module.resources, "resources"))
      found.push(resourceIn(one, moduleAddress, objectOf(one.values)));
    modules.push(...entriesOf(module.child_modules, "child_modules").reverse());
  }
  return found;
}

/**
 * A resource whose type nothing says is there all the same, with a type that is empty.
 * @throws DomainError BAD_USER_INPUT for what says neither what it is nor which
 */
export function resourceIn(
  one: Json,
  moduleAddress: string,
  values: Json,
  { unknown = {}, sensitive = one.sensitive_values, earlier = null }: Partial<TerraformResource> = {},
): StateResource {
  const address = textOf(one.address);
  const ownAddress = address?.slice(moduleAddress === "" ? 0 : moduleAddress.length + 1) ?? "";
  const type = textOf(one.type) ?? TYPE.exec(ownAddress)?.[1] ?? "";
  if (address === null && type === "")
    throw refused("The file is damaged or was changed: a resource in it has neither an address nor a type.");
  const name = textOf(one.name) ?? "";
  const key = keyOf(one.index);
  const isData = textOf(one.mode) === "data" || ownAddress.startsWith("data.");
  const own = `${isData ? "data." : ""}${type}.${name}${keyText(key)}`;
  return {
    address: address ?? (moduleAddress === "" ? own : `${moduleAddress}.${own}`),
    ...{ isData, type, name, key, moduleAddress, values, unknown, sensitive, earlier },
    module: modulesOf(moduleAddress),
    provider: textOf(one.provider_name) ?? "",
    deposed: textOf(one.deposed_key) ?? textOf(one.deposed),
  };
}

/** What is managed of a state: all of it stays as it is. */
export function unchanged(resource: StateResource): ManagedResource {
  const { address, deposed, type, provider, moduleAddress } = resource;
  return {
    ...{ address, deposed, type, provider, moduleAddress },
    action: "none",
    isImported: false,
    movedFrom: null,
    before: resource,
    after: resource,
    deferredBecause: null,
    unknownAction: null,
  };
}

/** A state as `terraform show -json` prints it. */
export function readState(document: Json): TerraformDocument {
  return stateOf(resourcesIn(document.values), textOf(document.terraform_version));
}

export function stateOf(all: readonly StateResource[], version: string | null): TerraformDocument {
  return {
    kind: "state",
    version,
    resources: all.filter(({ isData }) => !isData).map(unchanged),
    dataSources: all.filter(({ isData }) => isData),
    configuration: null,
    variables: {},
    warnings: [],
  };
}
