import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join } from "node:path";
import { isPlugin, MEMBERS_OF_PLUGINS, type ProductPlugin, requireContract } from "../core/contract";
import { messageWithLine } from "../core/errors";
import { messageOf } from "../core/helpers";

/**
 * Plugins that the operator names: packages, or paths from the working directory.
 * A module gives one plugin or several, as its exports.
 *
 * @throws Error naming the plugin, for a module that cannot be loaded or exports none.
 */
export function loadExternalPlugins(names: readonly string[], workingDirectory: string): ProductPlugin[] {
  const load = createRequire(join(workingDirectory, "package.json"));
  return names.flatMap((name) => {
    const target = name.startsWith(".") && !isAbsolute(name) ? join(workingDirectory, name) : name;
    return pluginsOf(name, requireOrExplain(load, name, target));
  });
}

function requireOrExplain(load: NodeJS.Require, name: string, target: string): unknown {
  try {
    return load(target);
  } catch (error) {
    // Node adds the stack of requires to what is not found, which names folders and does not help.
    const isFound = (error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND";
    const reason = isFound
      ? messageWithLine(error, { folder: dirname(load.resolve(target)) })
      : messageOf(error).split("\n")[0];
    throw new Error(`FOOTPRINT_PLUGINS: "${name}" cannot be loaded: ${reason}`, { cause: error });
  }
}

function pluginsOf(name: string, exported: unknown): ProductPlugin[] {
  const members = typeof exported === "object" && exported !== null ? Object.entries(exported) : [];
  const values = members.map(([, value]) => value);
  // A plugin that is handed on by a misspelled name would be missing without a word beside others.
  const [nothing] = members.find(([, value]) => value === undefined) ?? [];
  if (nothing !== undefined) {
    throw new Error(`FOOTPRINT_PLUGINS: "${name}" exports "${nothing}", which is undefined`);
  }
  // A plugin of another version of the contract may have another shape: its version is checked before its shape.
  for (const value of values) requireFit(name, value);
  const plugins = [...new Set(values)].filter(isPlugin);
  if (plugins.length === 0) {
    throw new Error(
      `FOOTPRINT_PLUGINS: "${name}" exports no plugin: one has ${MEMBERS_OF_PLUGINS} (see defineProduct)`,
    );
  }
  for (const plugin of plugins) requireSoundExamples(name, plugin);
  return plugins;
}

/** A form shows its samples as examples: what is wrong in them is told at start, and not to the first who reads that. */
function requireSoundExamples(name: string, { folder, samples, cases }: ProductPlugin): void {
  try {
    if (folder !== undefined && existsSync(join(folder, "samples.json"))) samples?.();
    cases?.();
  } catch (error) {
    throw new Error(`FOOTPRINT_PLUGINS: "${name}": ${(error as Error).message}`);
  }
}

function requireFit(name: string, value: unknown): void {
  if (typeof value !== "object" || value === null || !("kind" in value && "product" in value)) return;
  try {
    requireContract(String(value.kind), "contract" in value ? value.contract : undefined);
  } catch (error) {
    throw new Error(`FOOTPRINT_PLUGINS: "${name}": ${(error as Error).message}`);
  }
}
