import { buildSchema } from "graphql";
import { PLUGINS } from "../compose";
import type { Amounts, ProductPlugin, RefusedSample } from "../core/contract";
import { DomainError, messageWithLine } from "../core/errors";
import { HOURS_OF_A_MONTH } from "../core/helpers";
import { type AskPeriod, checkCase } from "./case-rules";
import { type CheckOptions, requireOptions } from "./check-options";
import { type Compositions, closeAll, composeWith } from "./compositions";
import { checkExplanation } from "./explanation-rules";
import { checkFields } from "./field-rules";
import { type Finding, Findings, type Report } from "./finding";
import { checkFootprint } from "./footprint-rules";
import {
  type Ask,
  type AskTotals,
  checkAdditive,
  checkHours,
  checkRepeated,
  checkSplit,
  checkTotals,
} from "./period-rules";
import { checkSchema } from "./schema-rules";

/**
 * Composes the plugin with the others and checks what every product of the graph promises.
 * @throws Error for what is no plugin, and for options that mean nothing
 * @returns what is wrong; empty for a plugin that conforms, as far as its samples show.
 */
export async function checkPlugin(plugin: ProductPlugin, options: CheckOptions = {}): Promise<Finding[]> {
  requireOptions(plugin, options);
  const found = new Findings();
  const { plugins = PLUGINS, beside = [], on = new Date() } = options;
  const others = [...plugins, ...beside].filter(({ kind }) => kind !== plugin.kind);
  let compositions: Compositions;
  try {
    compositions = composeWith(plugin, others);
  } catch (error) {
    found.add("composes", plugin.kind, messageWithLine(error, plugin));
    return found.all;
  }
  try {
    await checkAnswers(plugin, { ...options, on }, compositions, found);
    const { watched, withIt, without } = compositions;
    const { fields } = watched.sessionAt(on).product(plugin.kind);
    if (plugin.fields !== undefined) checkFields(plugin.kind, fields, buildSchema(watched.schema.sdl), found);
    const units = new Set(fields.flatMap(({ unit }) => unit ?? []));
    checkSchema(plugin, { with: withIt.schema.sdl, without: without.schema.sdl }, units, found);
  } finally {
    await closeAll(compositions);
  }
  return found.all;
}

/** Asks for all samples and worked examples. */
async function checkAnswers(
  plugin: ProductPlugin,
  options: CheckOptions & { readonly on: Date },
  { watched, undeclared, asItIs, halved }: Compositions,
  found: Findings,
): Promise<void> {
  const samples = plugin.samples?.();
  const { specs = Object.values(samples?.valid ?? {}), refused = samples?.refused ?? {} } = options;
  const { additive = samples?.additive ?? [], amounts = samples?.amounts ?? "PER_HOUR" } = options;
  const { kind } = plugin;
  const { on } = options;
  const ask: Ask = (spec, hours) => watched.engine.footprint(kind, spec, { hours, on });
  const askHalf: Ask = (spec, hours) => halved.engine.footprint(kind, spec, { hours, on });
  const totals: AskTotals = async (spec, hours) => asItIs.engine.totals(kind, spec, { hours, on }, {});
  const askPeriod: AskPeriod = (spec, period) => watched.engine.footprint(kind, spec, period);

  if (specs.length === 0) found.add("answers", kind, "no sample specification was given");
  for (const spec of specs) await checkSpec(plugin, spec, { ask, askHalf, totals, amounts }, found);
  for (const [name, sample] of Object.entries(refused)) {
    await checkRefused(plugin, { name, sample }, ask, found);
  }
  for (const [name, one] of Object.entries(plugin.cases?.() ?? {})) {
    await answered(plugin, `case "${name}"`, found, (report) => checkCase(one, askPeriod, report));
  }
  for (const triple of additive) {
    await answered(plugin, JSON.stringify(triple), found, (report) => checkAdditive(triple, ask, report));
  }
  for (const other of undeclared) {
    found.add("composes", kind, `asks "${other}", which its calculator does not declare`);
  }
}

function checkSpec(
  plugin: ProductPlugin,
  spec: object,
  how: { ask: Ask; askHalf: Ask; totals: AskTotals; amounts: Amounts },
  found: Findings,
): Promise<void> {
  return answered(plugin, JSON.stringify(spec), found, async (report) => {
    const footprint = await how.ask(spec, HOURS_OF_A_MONTH);
    checkFootprint(footprint, report);
    checkExplanation(footprint, report);
    const isByPeriod = await checkHours(spec, footprint, how.ask, how.amounts, report);
    if (isByPeriod && how.amounts === "PER_PERIOD") await checkSplit(spec, footprint, how.askHalf, report);
    await checkRepeated(spec, footprint, how.ask, report);
    await checkTotals(spec, footprint, how.totals, report);
  });
}

async function checkRefused(
  plugin: ProductPlugin,
  { name, sample }: { readonly name: string; readonly sample: RefusedSample },
  ask: Ask,
  found: Findings,
): Promise<void> {
  const { spec, code, field } = sample;
  const outcome = await ask(spec, HOURS_OF_A_MONTH).catch((error: unknown) => error);
  const isRefused =
    outcome instanceof DomainError && outcome.code === code && outcome.details.field === field;
  if (isRefused) return;
  const got =
    outcome instanceof DomainError
      ? `${outcome.code} at ${outcome.details.field}`
      : outcome instanceof Error
        ? messageWithLine(outcome, plugin)
        : "an answer";
  found.add("refuses", name, `must be refused with ${code} at ${field}, got ${got}`);
}

/** Runs checks on a subject; an error of the plugin is a finding too. */
async function answered(
  plugin: ProductPlugin,
  subject: string,
  found: Findings,
  check: (report: Report) => Promise<void>,
): Promise<void> {
  try {
    await check((rule, problem) => found.add(rule, subject, problem));
  } catch (error) {
    found.add("answers", subject, messageWithLine(error, plugin));
  }
}
