import { benchmarksAt, type ComposedEstimates, composeEstimates, PLUGINS } from "../../compose-estimates";
import { Footprints } from "../../library";
import { InProcess } from "../../library/in-process";
import type { Environment } from "../../process/environment";
import { storeForReading } from "./store";

/** Footprints of this process. */
export async function openHere(environment: Environment): Promise<Footprints> {
  return new Footprints(new InProcess(await composeHere(environment)));
}

/** Composes the estimates in this process, with the data, plugins and benchmarks of its settings. */
export async function composeHere(environment: Environment): Promise<ComposedEstimates> {
  return composeEstimates({
    dataOverlay: environment.FOOTPRINT_DATA || null,
    plugins: [...PLUGINS, ...(await externalPlugins(environment))],
    benchmarks: benchmarksAt(storeForReading(environment)),
  });
}

async function externalPlugins({ FOOTPRINT_PLUGINS = "" }: Environment) {
  const names = FOOTPRINT_PLUGINS.split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  if (names.length === 0) return [];
  const { loadExternalPlugins } = await import("../../process/external-plugins");
  return loadExternalPlugins(names, process.cwd());
}
