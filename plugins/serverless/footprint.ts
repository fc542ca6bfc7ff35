import {
  type Component,
  type Footprint,
  footprintOf,
  HEADLINE,
  type Note,
  totalOf,
  weighed,
  withMoreNotes,
} from "../../src/core/footprint";
import { type ServingLoadValues, type StatedLoad, servingLoad } from "../../src/core/method";
import type { RecipeContext } from "../../src/product";
import type { ServingBenchmarks } from "./benchmarks";
import type { ServerlessCatalogue } from "./catalogue";
import { NOTHING, notesOnModel, notesOnServing } from "./notes";
import { noteOfLoad, otherLoads } from "./other-loads";
import { shareOfNode } from "./serving-nodes";
import { pointOf } from "./serving-point";
import { loadOf, NAMES, type TokenCount } from "./spec";
import { type TokensOnNode, tokenFootprint } from "./token-footprint";
import { hoursInAll, tokenHours } from "./token-hours";
import type { Usage } from "./usage";

type Context = RecipeContext<ServerlessCatalogue>;

/**
 * Tokens of a served model: the work of a node at the load of the fleet, and what serving needs besides the nodes.
 * Linear in tokens. No tokens need no benchmark: they are nothing, whatever they would run on.
 * Source: method section on Generative APIs, Serverless.
 */
export async function usageFootprint(
  { asked, tokens, isLoadSaid = true }: Usage,
  context: Context,
): Promise<Footprint> {
  const { factors, request, catalogue } = context;
  const { models, finder } = catalogue;
  const { spec, model } = asked;
  const weightsGb = models.weightsGb(asked);
  if (tokens.length === 0) return footprintOf([], [NOTHING, ...notesOnModel(model, weightsGb)]);
  const benchmarks = await finder.find(asked, factors.day, request);
  factors.restsOn(benchmarks.span);
  const usage = { asked, benchmarks, weightsGb, context };
  const load = loadAt(loadOf(spec), context);
  const footprint = footprintOf(await componentsAt(load, tokens, usage), [
    ...notesOnServing(benchmarks, asked, models, load),
    ...notesOnModel(model, weightsGb),
  ]);
  return isLoadSaid ? withMoreNotes(footprint, await notesOnLoads(tokens, usage, footprint)) : footprint;
}

function loadAt(stated: StatedLoad, { factors }: Context): ServingLoadValues {
  return servingLoad(stated, (series) => factors.value(series));
}

interface MeasuredUsage {
  readonly asked: Usage["asked"];
  readonly benchmarks: ServingBenchmarks;
  /** [GB] */
  readonly weightsGb: number | null;
  readonly context: Context;
}

/** The work of nodes for the tokens at a load, and what serving needs besides them. */
async function componentsAt(
  load: ServingLoadValues,
  tokens: readonly TokenCount[],
  { asked, benchmarks, weightsGb, context }: MeasuredUsage,
): Promise<Component[]> {
  const { catalogue, factors, names } = context;
  const served = { asked, benchmarks, catalogue, factor: (series: string) => factors.value(series) };
  const { node, gpuCount } = benchmarks;
  const time = { stretch: context.shareOfPeriod, share: shareOfNode(gpuCount, node) };
  const ofTypes = tokens.map((one): TokensOnNode => {
    const point = pointOf(one.type, load, served);
    return { tokens: one, point, hours: tokenHours(one, point, time), node };
  });
  const hours = hoursInAll(ofTypes.map((one) => one.hours.ofInstance));
  const serving = { region: asked.spec.region, weightsGb, hours };
  const [ofTokens, beside] = await Promise.all([
    Promise.all(ofTypes.map((one) => tokenFootprint(one, context))),
    catalogue.platform.beside(serving, names, context),
  ]);
  return [...ofTokens, ...beside];
}

/**
 * Said of each type by itself, so that it is the same for a million of them as for one.
 * @param whole footprint of all of them: of one type, that of the type
 */
async function notesOnLoads(
  tokens: readonly TokenCount[],
  usage: MeasuredUsage,
  whole: Footprint,
): Promise<Note[]> {
  const stated = loadOf(usage.asked.spec);
  const load = loadAt(stated, usage.context);
  const kgAt = async (at: ServingLoadValues, one: TokenCount): Promise<number> =>
    kgOf(footprintOf(await componentsAt(at, [one], usage)));
  const notes = tokens.map(async (one) => {
    const kg = tokens.length === 1 ? kgOf(whole) : await kgAt(load, one);
    const others = otherLoads(stated).map(async (name) => {
      const other = loadAt({ ...stated, load: name }, usage.context);
      return [name, (await kgAt(other, one)) / kg] as const;
    });
    const times = new Map(await Promise.all(others));
    return weighed([noteOfLoad(stated, load, { tokens: NAMES[one.type].toLowerCase(), times })], () => kg);
  });
  return (await Promise.all(notes)).flat();
}

function kgOf({ parts }: Footprint): number {
  return totalOf(parts)[HEADLINE].expected;
}
