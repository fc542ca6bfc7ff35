import type { ModuleStep } from "../document";
import { type AddressStep, stepsOf } from "../read/address";
import { type Configuration, type Expression, expressionAt } from "./configuration";
import { MOST_REFERENCES, type References } from "./references";
import { isMarked, isSaid } from "./value-at";

/** Where an expression is written. */
export interface Written {
  readonly module: readonly ModuleStep[];
  /** The `for_each` of the block that it is in; null where that has none. */
  readonly each: Expression | null;
}

/** Known as soon as there is a plan. */
const ALWAYS_KNOWN = ["count", "path", "terraform"];

/**
 * Tells what waits for the plan to be applied from what the plan knows to be null. A plan prints neither: both are marked as
 * unknown, for the provider fills in what is null.
 */
export class KnownWhilePlanning {
  constructor(
    private readonly references: References,
    private readonly configuration: Configuration,
  ) {}

  /** Whether all that an expression rests on has a value before the plan is applied. */
  isKnown(expression: Expression, written: Written, depth = 0): boolean {
    if (isSaid(expression.constant)) return true;
    if (depth > MOST_REFERENCES) return false;
    return wholesLeftOut(expression.references).every((one) =>
      this.isReferenceKnown(stepsOf(one), written, depth + 1),
    );
  }

  private isReferenceKnown(steps: readonly AddressStep[], { module, each }: Written, depth: number): boolean {
    const [first, second] = steps;
    if (first === undefined || ALWAYS_KNOWN.includes(first.name)) return true;
    // The keys of instances are known, or there would be no instances.
    if (first.name === "each")
      return second?.name === "key" || (each !== null && this.isKnown(each, { module, each: null }, depth));
    if (first.name === "var" && second !== undefined) return this.isVariableKnown(second.name, module, depth);
    // What stands behind a local name is in no plan.
    if (first.name === "local") return false;
    if (first.name === "module" && second !== undefined && steps[2] !== undefined) {
      const outputs = this.references.outputsOf(module, second.name, second.key, null, steps[2].name);
      return (
        outputs.length > 0 &&
        outputs.every(({ expression, path }) => this.isKnown(expression, { module: path, each: null }, depth))
      );
    }
    const { targets, rest } = this.references.resourcesOf(steps, module, null);
    return targets.length > 0 && rest.length > 0 && targets.every(({ unknown }) => !isMarked(unknown, rest));
  }

  /** Those of the root are given, those of a module are what its caller hands on, or their defaults. */
  private isVariableKnown(name: string, module: readonly ModuleStep[], depth: number): boolean {
    if (module.length === 0) return this.configuration.variables[name] !== undefined;
    const { inputs, call } = this.configuration.moduleAt(module) ?? { inputs: null, call: null };
    const handed = expressionAt(inputs, [name]);
    if (handed === null) return true;
    const caller = { module: module.slice(0, -1), each: expressionAt(call, ["for_each_expression"]) };
    return this.isKnown(handed, caller, depth);
  }
}

/** `a.b` stands beside `a.b.c` in what an expression refers to: the longer one says what is read. */
function wholesLeftOut(references: readonly string[]): string[] {
  return references.filter(
    (one) => !references.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
  );
}
