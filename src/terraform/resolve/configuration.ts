import type { Json, ModuleStep } from "../document";
import { objectOf, objectsOf, textOf } from "../read/shapes";

/** What the configuration of a module says, as far as a plan has it: expressions, not values. */
export interface ConfiguredModule {
  readonly module: Json;
  /** What the module that calls it hands to its variables; null for the root. */
  readonly inputs: Json | null;
  /** The call itself, with its `for_each`; null for the root. */
  readonly call: Json | null;
}

/** An expression of a configuration: a constant, or what it refers to. */
export interface Expression {
  readonly constant: unknown;
  readonly references: readonly string[];
}

/** The configuration of a plan, by modules. */
export class Configuration {
  private readonly root: Json;
  private readonly providers: Json;
  private readonly modules = new Map<string, ConfiguredModule | null>();
  private readonly resources = new Map<Json, ReadonlyMap<string, Json>>();

  constructor(
    configuration: Json | null,
    readonly variables: Json,
  ) {
    this.root = objectOf(configuration?.root_module);
    this.providers = objectOf(configuration?.provider_config);
  }

  /** Null where the configuration has no such module. */
  moduleAt(path: readonly ModuleStep[]): ConfiguredModule | null {
    const key = path.map(({ name }) => name).join(".");
    const known = this.modules.get(key);
    if (known !== undefined) return known;
    let found: ConfiguredModule | null = { module: this.root, inputs: null, call: null };
    for (const { name } of path) {
      const called: unknown = objectOf(found?.module.module_calls)[name];
      if (called === undefined) {
        found = null;
        break;
      }
      const call = objectOf(called);
      found = { module: objectOf(call.module), inputs: objectOf(call.expressions), call };
    }
    this.modules.set(key, found);
    return found;
  }

  resourceIn(path: readonly ModuleStep[], address: string): Json | null {
    const module = this.moduleAt(path)?.module;
    if (module === undefined) return null;
    let byAddress = this.resources.get(module);
    if (byAddress === undefined) {
      byAddress = new Map(objectsOf(module.resources).map((one) => [textOf(one.address) ?? "", one]));
      this.resources.set(module, byAddress);
    }
    return byAddress.get(address) ?? null;
  }

  /** What the block of a provider says of an attribute, and the module that it is written in. */
  provider(
    key: string | null,
    type: string,
  ): { readonly expressions: Json; readonly module: ModuleStep[] } | null {
    // A module that is handed a provider names it as its own, where only the caller's has a block.
    const name = type.split("_")[0] as string;
    const own = key ?? name;
    const inherited = own.slice(own.lastIndexOf(":") + 1);
    for (const one of [own, inherited, ...(key === null ? [] : [name])]) {
      const { expressions, module_address } = objectOf(this.providers[one]);
      // A module that only says which provider it needs has a block without anything in it.
      if (Object.keys(objectOf(expressions)).length === 0) continue;
      const path = (textOf(module_address) ?? "")
        .split(".")
        .filter((step) => step !== "" && step !== "module");
      return { expressions: objectOf(expressions), module: path.map((step) => ({ name: step, key: null })) };
    }
    return null;
  }
}

/** The expression of an attribute in blocks within blocks; null where none is written. */
export function expressionAt(expressions: unknown, path: readonly string[]): Expression | null {
  let at: unknown = expressions;
  for (const step of path) {
    if (isExpression(at)) break;
    at = Array.isArray(at) ? at[Number(step)] : objectOf(at)[step];
    // A block of which there is one can be written without its place.
    if (at === undefined) return null;
  }
  if (!isExpression(at)) return null;
  const { constant_value: constant, references } = objectOf(at);
  return { constant, references: Array.isArray(references) ? references.map(String) : [] };
}

function isExpression(value: unknown): boolean {
  const { constant_value, references } = objectOf(value);
  return constant_value !== undefined || Array.isArray(references);
}
