import { join, relative } from "node:path";
import type { Component } from "../../core/footprint";
import {
  type Calculation,
  type Formula,
  isCalculation,
  unfold,
  type Value,
  watchFormulas,
} from "../../core/formulas";

/** A formula, where it is defined and what was seen under its symbols. */
export interface Defined {
  readonly formula: Formula;
  /** From the root of the project, for example `src/core/method/hardware/storage.ts`. */
  readonly file: string;
  /** Values by symbol; none for a formula that no sample reaches. */
  readonly seen: Map<string, Value[]>;
}

const COMPILED = join(__dirname, "..", "..", "..");
/** The day whose factors are in force: another one changes no formula, and a page that moved every day would tell nothing. */
const DAY = "2026-11-01";
/** Deep enough to lead from a formula to the file that is being loaded. */
const FRAMES = 60;

/** Loads the method and every product, and runs the samples: all formulas that were defined on the way. */
export async function collectFormulas(): Promise<Defined[]> {
  const all = new Map<Formula, Defined>();
  let isLoading = true;
  Error.stackTraceLimit = FRAMES;
  watchFormulas((formula) => {
    all.set(formula, { formula, file: definingFile(isLoading), seen: new Map() });
  });
  const { compose, PLUGINS } = await import("../../compose");
  isLoading = false;
  const { engine } = compose();
  for (const { kind, samples } of PLUGINS) {
    for (const spec of Object.values(samples?.().valid ?? {})) {
      const footprint = await engine.footprint(kind, spec, { hours: 1, on: new Date(DAY) });
      for (const calculation of unfold(footprint.components.flatMap(calculationsOf))) note(all, calculation);
    }
  }
  return [...all.values()];
}

function note(all: ReadonlyMap<Formula, Defined>, { formula, terms }: Calculation): void {
  const seen = all.get(formula)?.seen;
  for (const [symbol, value] of Object.entries(terms)) {
    seen?.set(symbol, [...(seen.get(symbol) ?? []), withoutTerms(value)]);
  }
}

/** What a term is, without all that it was computed from. */
function withoutTerms(value: Value): Value {
  if (!isCalculation(value)) return value;
  return { ...value, terms: {} };
}

function calculationsOf({ contributions, workings, children }: Component): Calculation[] {
  return [
    ...contributions.map(({ calculation }) => calculation),
    ...workings,
    ...children.flatMap(calculationsOf),
  ];
}

/** Folders through which formulas are defined, and which have none of their own. */
const OF_NO_METHOD = [join("core", "formulas"), join("core", "helpers")];

/** While the code is loaded, a formula belongs to the file that is loaded; later, to the function that defined it. */
function definingFile(isLoading: boolean): string {
  const outside = (new Error().stack ?? "")
    .split("\n")
    .slice(3)
    .filter((frame) => !OF_NO_METHOD.some((folder) => frame.includes(folder)));
  const frame = isLoading ? outside.find((one) => one.includes("Object.<anonymous>")) : outside[0];
  const [, path] = /\(?(\/[^():]+)\.[jt]s:\d+/.exec(frame ?? "") ?? [];
  if (path === undefined) throw new Error("a formula was defined by no file of the project");
  return `${relative(COMPILED, path)}.ts`;
}
