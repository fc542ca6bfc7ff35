import {
  type Amounts,
  isPlugin,
  MEMBERS_OF_PLUGINS,
  type ProductPlugin,
  type ProductSamples,
} from "../core/contract";
import { isRecord } from "../core/helpers";
import { requireSamples } from "../product";
import type { Triple } from "./period-rules";

/** What is left out is that of the plugin's samples. */
export interface CheckOptions {
  /** Sample specifications that must be answered: one for each way that the plugin computes. */
  readonly specs?: readonly object[];
  /** Plugins to compose with, the checked one among them or not; the built-in ones when left out. */
  readonly plugins?: readonly ProductPlugin[];
  /** More plugins beside these: products of yours that the checked one consists of. */
  readonly beside?: readonly ProductPlugin[];
  /** Triples of which the third specification is the first and the second together. */
  readonly additive?: readonly Triple[];
  /** Specifications that must be refused, by name. */
  readonly refused?: ProductSamples["refused"];
  /** Default PER_HOUR. */
  readonly amounts?: Amounts;
  /** The day whose factors are in force; today when left out. */
  readonly on?: Date;
}

const KNOWN: Readonly<Record<keyof CheckOptions, true>> = {
  ...{ specs: true, refused: true, additive: true, amounts: true },
  ...{ plugins: true, beside: true, on: true },
};

/**
 * JavaScript passes anything: an option that is ignored, or a list of samples, would check less than its author believes.
 * @throws TypeError saying what is wrong with the plugin or the options
 */
export function requireOptions(plugin: unknown, options: CheckOptions): void {
  if (!isPlugin(plugin))
    throw new TypeError(`This is no plugin: one has ${MEMBERS_OF_PLUGINS}${below(plugin)}`);
  const names = Object.keys(KNOWN).join(", ");
  if (!isRecord(options)) throw new TypeError(`The options are an object, and nothing else: ${names}`);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(KNOWN, name));
  if (unknown !== undefined) throw new TypeError(`There is no option "${unknown}": there are ${names}`);
  const { specs = [], refused, additive, amounts, plugins, beside, on = new Date() } = options;
  if (!Array.isArray(specs)) throw new TypeError('"specs" is a list of specifications');
  const valid = Object.fromEntries(specs.map((spec, index) => [`specs[${index}]`, spec]));
  requireSamples("The options", { valid, refused, additive, amounts });
  for (const [name, others] of Object.entries({ plugins, beside }))
    if (others !== undefined && !(Array.isArray(others) && others.every(isPlugin)))
      throw new TypeError(`"${name}" is a list of plugins: each has ${MEMBERS_OF_PLUGINS}`);
  if (!(on instanceof Date) || Number.isNaN(on.getTime()))
    throw new TypeError('"on" is a Date, such as new Date("2026-10-01")');
}

/** A module that exports plugins is easily taken for one. */
function below(value: unknown): string {
  const [name] = Object.entries(isRecord(value) ? value : {}).find(([, member]) => isPlugin(member)) ?? [];
  return name === undefined ? " (see defineProduct)" : `. Its member "${name}" is one`;
}
