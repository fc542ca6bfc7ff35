import { type Composition, type CompositionOptions, compose, PLUGINS } from "../compose";
import type { Config } from "./config";
import { loadExternalPlugins } from "./external-plugins";

/** The graph that the settings describe; threads compose it anew, as they share no objects. */
export function composeFor(
  config: Config,
  own: Pick<CompositionOptions, "benchmarks" | "aroundCalculator">,
): Composition {
  const { plugins, dataOverlay, entities, projectLists, entityFields, form } = config;
  return compose({
    plugins: [...PLUGINS, ...loadExternalPlugins(plugins, process.cwd())],
    ...{ dataOverlay, entities, projectLists, entityFields, form },
    ...own,
  });
}
