import { type Composition, compose } from "../compose";
import { type ComposedEstimates, composeEstimates } from "../compose-estimates";
import type { ProductPlugin } from "../core/contract";
import { forHalfOfPeriod } from "./half-of-period";
import { recorded } from "./recorder";

/** The plugin composed with others, in each of the ways that rules compare. */
export interface Compositions {
  /** With the plugin watched: it runs each time that it is asked, whatever it says of its rates. */
  readonly watched: Composition;
  /** Kinds that it called there and does not declare. */
  readonly undeclared: ReadonlySet<string>;
  /** With it and without it, beside those that can be there without it. */
  readonly withIt: Composition;
  readonly without: Composition;
  /** With all that the plugin says of its rates, for totals. */
  readonly asItIs: ComposedEstimates;
  /** The same as if each calculation were for half of the period. */
  readonly halved: ComposedEstimates;
}

/** @throws Error for a plugin that cannot be composed with the others */
export function composeWith(plugin: ProductPlugin, others: readonly ProductPlugin[]): Compositions {
  const { plugin: observed, undeclared } = recorded(plugin);
  const watched = compose({ plugins: [...others, observed] });
  // What consists of it cannot be there without it.
  const able = others.filter(({ kind }) => !watched.engine.consistsOf(kind, plugin.kind));
  const without = compose({ plugins: able });
  const withIt = able.length === others.length ? watched : compose({ plugins: [...able, plugin] });
  const plugins = [...others, plugin];
  const asItIs = composeEstimates({ plugins });
  const halved = composeEstimates({ plugins, aroundCalculator: forHalfOfPeriod });
  return { watched, undeclared, withIt, without, asItIs, halved };
}

export async function closeAll({ watched, withIt, without, asItIs, halved }: Compositions): Promise<void> {
  const all = [watched, withIt, without, asItIs, halved];
  await Promise.all(all.map(({ benchmarks }) => benchmarks.close()));
}
