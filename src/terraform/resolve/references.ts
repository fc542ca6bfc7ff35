import type { InstanceKey, ModuleStep, TerraformResource } from "../document";
import { type AddressStep, keyText, stepsOf } from "../read/address";
import { objectOf } from "../read/shapes";
import { type Configuration, type Expression, expressionAt } from "./configuration";
import type { KnownResources } from "./resources";

/** References lead from module to module; more of them than any configuration has are a circle. */
export const MOST_REFERENCES = 32;

/** What references of expressions lead to. */
export class References {
  constructor(
    private readonly resources: KnownResources,
    private readonly configuration: Configuration,
  ) {}

  /** What an output of a called module is, in each instance of it that may be meant. */
  outputsOf(
    module: readonly ModuleStep[],
    name: string,
    said: InstanceKey,
    own: InstanceKey,
    output: string,
  ) {
    const keys = this.resources.keysOf(module, name);
    const meant = said !== null ? [said] : keys.includes(own) ? [own] : keys.length > 0 ? keys : [null];
    return meant.flatMap((key) => {
      const path = [...module, { name, key }];
      const declared = objectOf(objectOf(this.configuration.moduleAt(path)?.module.outputs)[output]);
      const expression = expressionAt(declared, ["expression"]);
      return expression === null ? [] : [{ expression, path }];
    });
  }

  /** `type.name[key].attribute`, or the same behind `data.`: the instance that is meant, or all that may be. */
  resourcesOf(steps: readonly AddressStep[], module: readonly ModuleStep[], own: InstanceKey) {
    const isData = steps[0]?.name === "data";
    const [type, named, ...rest] = isData ? steps.slice(1) : steps;
    if (type === undefined || named === undefined) return { targets: [], rest: [] };
    const all = this.resources.named(module, isData, type.name, named.name);
    const said = all.filter(({ key }) => key === named.key);
    const same = all.filter(({ key }) => key === own);
    const targets = named.key !== null ? said : all.length > 1 && same.length > 0 ? same : all;
    return { targets, rest: rest.flatMap(({ name, key }) => (key === null ? [name] : [name, String(key)])) };
  }

  /** The resources that an expression refers to, past variables and outputs. */
  referred(
    { references }: Expression,
    module: readonly ModuleStep[],
    key: InstanceKey,
    depth: number,
  ): readonly TerraformResource[] {
    const reference = theOneOf(references);
    if (reference === null || depth > MOST_REFERENCES) return [];
    const steps = stepsOf(reference);
    const [first, second] = steps;
    if (first?.name === "var" && second !== undefined) {
      const expression = expressionAt(this.configuration.moduleAt(module)?.inputs, [second.name]);
      if (expression === null) return [];
      const caller = module.slice(0, -1);
      return this.referred(expression, caller, module.at(-1)?.key ?? null, depth + 1);
    }
    if (first?.name === "module" && second !== undefined && steps[2] !== undefined) {
      return this.outputsOf(module, second.name, second.key, key, steps[2].name).flatMap(
        ({ expression, path }) => this.referred(expression, path, null, depth + 1),
      );
    }
    return this.resourcesOf(steps, module, key).targets;
  }
}

/** The reference that all others are a part of, or an index of; null for an expression of several. */
export function theOneOf(references: readonly string[]): string | null {
  const all = references.filter((one) => !/^(count|each|self|path|terraform)\b/.test(one));
  const [longest] = [...all].sort((one, other) => other.length - one.length);
  if (longest === undefined) return null;
  const parts = (one: string): string[] => stepsOf(one).map(({ name, key }) => name + keyText(key));
  const whole = parts(longest);
  const isPart = (one: string): boolean => {
    const own = parts(one);
    return own.every((step, index) => step === whole[index] || step === whole[index]?.replace(/\[.*$/s, ""));
  };
  return all.every(isPart) ? longest : null;
}
