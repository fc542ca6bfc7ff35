import { badInput } from "../../src/core/errors";
import { type Footprint, hoursOf } from "../../src/core/footprint";
import { type Calculation, fromFactor } from "../../src/core/formulas";
import {
  type Benchmark,
  benchmarkPoint,
  type LanguageModelEntry,
  type ModelChoice,
} from "../../src/core/language-models";
import { busyTime, type Places, type ServingLoad, servingLoad } from "../../src/core/method";
import {
  FootprintDifference,
  headlineOf,
  type PresentedResource,
  type Ranking,
  rankingOf,
  type Session,
} from "../../src/estimates";
import {
  type AskedFor,
  AUDIO,
  breakEven,
  breakEvenAtOneLoad,
  type Served,
  servedBy,
  TOKENS,
} from "./break-even";
import type { DedicatedCatalogue, NodeType } from "./catalogue";

/** The two ways to serve a model, by name. */
const DEDICATED = "dedicatedDeployment";
const SERVERLESS = "serverlessUsage";

/** All of the time [%]. */
const MOST_LOAD = 100;

/** A model, and what it is to serve in a month. */
export interface Serving {
  readonly model: string;
  readonly region: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** [s] */
  readonly audioSeconds: number;
  /** Null for every type that the model is offered on in the region. */
  readonly nodeType?: string | null;
  readonly nodes: number;
  /** How busy the Serverless fleet is; the nodes process the same number of requests at once. */
  readonly load: ServingLoad;
}

/** Nodes that could serve the same. */
export interface ServingWay {
  readonly deployment: PresentedResource;
  readonly footprint: Footprint;
  /** It less Serverless. */
  readonly difference: FootprintDifference;
  /** Null where there is none. */
  readonly breakEven: Calculation | null;
  /** How busy the amounts keep them, and what they emit when idle and when always working; null without a benchmark. */
  readonly busy: BusyNodes | null;
}

export interface BusyNodes extends Served {
  /** [kgCO2e] */
  readonly idleKg: number;
  readonly fullKg: number;
  /** Of Serverless, for each token or second of audio [kgCO2e]. */
  readonly serverlessKgOfOne: number;
}

export interface ServingEstimate {
  readonly model: LanguageModelEntry;
  readonly serverless: PresentedResource;
  readonly serverlessFootprint: Footprint;
  /** The least greenhouse gases first. */
  readonly ways: readonly ServingWay[];
  /** Which of them could change places. */
  readonly ranking: Ranking;
}

interface Offers {
  readonly catalogue: DedicatedCatalogue;
  readonly places: Places;
}

/**
 * Serving a model on Serverless compared with dedicated nodes, over a month. Everything is checked before anything is computed.
 * @throws DomainError naming the field of the input that is not sound
 */
export async function estimateServing(
  serving: Serving,
  { catalogue, places }: Offers,
  session: Session,
): Promise<ServingEstimate> {
  const choice = catalogue.chosenModel(serving.model, "input.model");
  const { model, region, inputTokens, outputTokens, audioSeconds } = serving;
  if (!(inputTokens + outputTokens + audioSeconds >= 1)) {
    throw badInput(
      "input.inputTokens",
      "At least one token, or a second of audio, is needed to compare ways of serving it.",
    );
  }
  const { load } = serving;
  const spec = { model, region, inputTokens, outputTokens, audioSeconds, load };
  const serverless = session.resource(SERVERLESS, spec);
  const nodeTypes = nodeTypesFor(serving, choice, { catalogue, places });
  // Checked before anything is computed.
  for (const nodeType of nodeTypes) deployment(nodeType, serving, session);
  const [serverlessFootprint, speeds] = await Promise.all([
    session.footprint(SERVERLESS, spec, null),
    session.benchmarks(choice.model.id),
  ]);
  const context = { serving, choice, catalogue, session, speeds, serverlessFootprint };
  const ways = await Promise.all(nodeTypes.map((nodeType) => wayOf(nodeType, context)));
  const sorted = ways.sort((a, b) => headlineOf(a.footprint) - headlineOf(b.footprint));
  const footprintsOfWays = sorted.map(({ footprint }) => footprint);
  const ranking = rankingOf(footprintsOfWays, session);
  return { model: choice.model, serverless, serverlessFootprint, ways: sorted, ranking };
}

interface Context {
  readonly serving: Serving;
  readonly choice: ModelChoice<LanguageModelEntry>;
  readonly catalogue: DedicatedCatalogue;
  readonly session: Session;
  readonly speeds: readonly Benchmark[];
  readonly serverlessFootprint: Footprint;
}

/** Nodes at the load that the amounts cause; without a benchmark, at that of a rented GPU. */
async function wayOf(name: string, context: Context): Promise<ServingWay> {
  const { serving, session, serverlessFootprint } = context;
  const served = servedOn(deployment(name, serving, session).nodeType, context);
  const asked = askedFor(serving);
  const serverlessKg = headlineOf(serverlessFootprint);
  const at = async (gpuLoadPercent?: number) => {
    const found = deployment(name, serving, session, gpuLoadPercent).resource;
    return { deployment: found, footprint: await session.footprint(found.kind, found.spec, null) };
  };
  const difference = (footprint: Footprint) =>
    new FootprintDifference(serverlessFootprint, footprint, session.deadline);
  if (served === null) {
    const own = await at();
    const even = breakEvenAtOneLoad(asked, headlineOf(own.footprint), serverlessKg);
    return { ...own, difference: difference(own.footprint), breakEven: even, busy: null };
  }
  const [own, idle, full] = await Promise.all([
    at(Math.min(MOST_LOAD, served.load.range.expected)),
    at(0),
    at(MOST_LOAD),
  ]);
  const ends = { idleKg: headlineOf(idle.footprint), fullKg: headlineOf(full.footprint) };
  return {
    ...own,
    difference: difference(own.footprint),
    breakEven: breakEven(asked, ends, served.capacity, serverlessKg),
    busy: { ...served, ...ends, serverlessKgOfOne: serverlessKg / asked.count },
  };
}

/** The one that is named or, without a name, all that the model is offered on in the region. */
function nodeTypesFor(
  { region, nodeType }: Serving,
  { model, quantization }: ModelChoice<LanguageModelEntry>,
  { catalogue, places }: Offers,
): string[] {
  const place = places.region(region, "input.region");
  if (nodeType != null) return [nodeType];
  const offered = catalogue.nodeTypesOf(model.id, quantization);
  return [...catalogue.nodeTypes.values()]
    .filter(({ name, zoneByRegion }) => offered.has(name) && zoneByRegion.has(place.name))
    .map(({ name }) => name);
}

/** Nodes that could serve the same. */
function deployment(
  name: string,
  { model, region, nodes }: Serving,
  session: Session,
  gpuLoadPercent?: number,
) {
  const load = gpuLoadPercent === undefined ? {} : { gpuLoadPercent };
  const resource = session.resource(DEDICATED, { nodeType: name, nodes, region, model, ...load });
  return { resource, nodeType: (resource.checked as { nodeType: NodeType }).nodeType };
}

/** The tokens, to which audio is in proportion; the audio where there are none. */
function askedFor({ inputTokens, outputTokens, audioSeconds }: Serving): AskedFor {
  const tokens = inputTokens + outputTokens;
  return tokens > 0 ? { count: tokens, of: TOKENS } : { count: audioSeconds, of: AUDIO };
}

/** By the benchmark on most GPUs of a node; null where one of the types of token has none. */
function servedOn(
  { gpu_model, gpu_count }: NodeType,
  { serving, choice, catalogue, session, speeds }: Context,
): Served | null {
  const { models, hardware } = catalogue;
  const fitting = speeds.filter(({ gpuModel, gpuCount }) => gpuModel === gpu_model && gpuCount <= gpu_count);
  const gpuCount = Math.max(...fitting.map((one) => one.gpuCount));
  const wanted = [
    { type: "INPUT", count: serving.inputTokens, of: TOKENS },
    { type: "OUTPUT", count: serving.outputTokens, of: TOKENS },
    { type: "AUDIO_SECOND", count: serving.audioSeconds, of: AUDIO },
  ].filter(({ count }) => count > 0);
  const factor = (series: string) => fromFactor(session.factor(series));
  const load = servingLoad({ load: serving.load, concurrency: null, utilisation: null }, factor);
  const timed = wanted.flatMap(({ type, ...amount }) => {
    const benchmark = fitting.find((one) => one.gpuCount === gpuCount && one.tokenType === type);
    if (benchmark === undefined) return [];
    const point = benchmarkPoint(benchmark, load, { model: choice.model, models, hardware }, factor);
    return [{ ...amount, time: busyTime(point) }];
  });
  if (timed.length < wanted.length) return null;
  const copies = Math.floor(gpu_count / gpuCount);
  const hours = hoursOf(session.period(null));
  return servedBy(askedFor(serving), timed, { nodes: serving.nodes, copies, hours });
}
