import { buildSchema } from "graphql";
import { type Composition, compose, PLUGINS } from "../compose";
import { type ComposedEstimates, composeEstimates } from "../compose-estimates";
import type { ProductPlugin, RefusedSample } from "../core/contract";
import { DomainError } from "../core/errors";
import { HOURS_OF_A_MONTH } from "../core/helpers";
import { type AskPeriod, checkCase } from "./case-rules";
import { type CheckOptions, requireOptions } from "./check-options";
import { messageWithLine } from "./error-message";
import { checkExplanation } from "./explanation-rules";
import { checkFields } from "./field-rules";
import { type Finding, Findings, type Report } from "./finding";
import { checkFootprint } from "./footprint-rules";
import { forHalfOfPeriod } from "./half-of-period";
import {
  type Amounts,
  type Ask,
  type AskTotals,
  checkAdditive,
  checkHours,
  checkRepeated,
  checkSplit,
  checkTotals,
} from "./period-rules";
import { recorded } from "./recorder";
import { checkSchema } from "./schema-rules";

/**
 * Composes the plugin with the others and checks what every product of the graph promises.
 * @throws TypeError for options that it does not have
 * @returns what is wrong; empty for a plugin that conforms, as far as its samples show.
 */
export async function checkPlugin(plugin: ProductPlugin, options: CheckOptions = {}): Promise<Finding[]> {
  requireOptions(options);
  const samples = plugin.samples?.();
  const { specs = Object.values(samples?.valid ?? {}), refused = samples?.refused ?? {} } = options;
  const { additive = samples?.additive ?? [], amounts = samples?.amounts ?? "PER_HOUR" } = options;
  const { on = new Date() } = options;
  const found = new Findings();
  if (specs.length === 0) found.add("answers", plugin.kind, "no sample specification was given");
  const { plugins = PLUGINS, beside = [] } = options;
  const others = [...plugins, ...beside].filter(({ kind }) => kind !== plugin.kind);
  const { plugin: observed, undeclared } = recorded(plugin);
  let composition: Composition;
  let without: Composition;
  let withIt: Composition;
  /** With all that the plugin says of its rates: what is watched runs each time. Its totals are asked, and no schema. */
  let asItIs: ComposedEstimates;
  let halved: ComposedEstimates;
  try {
    composition = compose({ plugins: [...others, observed] });
    // What consists of it cannot be there without it.
    const able = others.filter(({ kind }) => !composition.engine.consistsOf(kind, plugin.kind));
    without = compose({ plugins: able });
    withIt = able.length === others.length ? composition : compose({ plugins: [...able, plugin] });
    asItIs = composeEstimates({ plugins: [...others, plugin] });
    halved = composeEstimates({ plugins: [...others, plugin], aroundCalculator: forHalfOfPeriod });
  } catch (error) {
    found.add("composes", plugin.kind, messageWithLine(error, plugin));
    return found.all;
  }
  try {
    const ask: Ask = (spec, hours) => composition.engine.footprint(plugin.kind, spec, { hours, on });
    const totals: AskTotals = async (spec, hours) =>
      asItIs.engine.totals(plugin.kind, spec, { hours, on }, {});
    const askHalf: Ask = (spec, hours) => halved.engine.footprint(plugin.kind, spec, { hours, on });
    for (const spec of specs) await checkSpec(plugin, spec, { ask, askHalf, totals, amounts }, found);
    for (const [name, sample] of Object.entries(refused)) {
      await checkRefused(plugin, { name, sample }, ask, found);
    }
    for (const [name, one] of Object.entries(plugin.cases?.() ?? {})) {
      const about: AskPeriod = (spec, period) => composition.engine.footprint(plugin.kind, spec, period);
      await answered(plugin, `case "${name}"`, found, (report) => checkCase(one, about, report));
    }
    for (const triple of additive) {
      await answered(plugin, JSON.stringify(triple), found, (report) => checkAdditive(triple, ask, report));
    }
    for (const kind of undeclared) {
      found.add("composes", plugin.kind, `asks "${kind}", which its calculator does not declare`);
    }
    const { fields } = composition.sessionAt(on).product(plugin.kind);
    if (plugin.fields !== undefined)
      checkFields(plugin.kind, fields, buildSchema(composition.schema.sdl), found);
    const units = new Set(fields.flatMap(({ unit }) => unit ?? []));
    checkSchema(plugin, { with: withIt.schema.sdl, without: without.schema.sdl }, units, found);
  } finally {
    await Promise.all(
      [composition, withIt, without, asItIs, halved].map(({ benchmarks }) => benchmarks.close()),
    );
  }
  return found.all;
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
