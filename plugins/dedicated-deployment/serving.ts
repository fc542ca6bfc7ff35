import { badInput } from "../../src/core/errors";
import { type Footprint, hoursOf } from "../../src/core/footprint";
import type { Calculation } from "../../src/core/formulas";
import {
  type Benchmark,
  type LanguageModelEntry,
  type ModelChoice,
  speedFactor,
} from "../../src/core/language-models";
import type { Places } from "../../src/core/method";
import {
  FootprintDifference,
  headlineOf,
  type PresentedResource,
  type Ranking,
  rankingOf,
  type Session,
} from "../../src/estimates";
import { type AskedFor, AUDIO, breakEven, capacity, TOKENS } from "./break-even";
import type { DedicatedCatalogue, NodeType } from "./catalogue";

/** The two ways to serve a model, by name. */
const DEDICATED = "dedicatedDeployment";
const SERVERLESS = "serverlessUsage";

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
}

/** Nodes that could serve the same. */
export interface ServingWay {
  readonly deployment: PresentedResource;
  readonly footprint: Footprint;
  /** It less Serverless. */
  readonly difference: FootprintDifference;
  /** Null where Serverless emits nothing. */
  readonly breakEven: Calculation | null;
  /** Null where no benchmark tells. */
  readonly capacity: Calculation | null;
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
 * Serving a model on Serverless against nodes of one's own, over a month. Everything is checked before anything is computed.
 * @throws DomainError naming the field of the input that is not sound
 */
export async function estimateServing(
  serving: Serving,
  { catalogue, places }: Offers,
  session: Session,
): Promise<ServingEstimate> {
  const choice = catalogue.chosenModel(serving.model, "input.model");
  const { model, region, inputTokens, outputTokens, audioSeconds } = serving;
  if (!(inputTokens + outputTokens + audioSeconds > 0)) {
    throw badInput(
      "input.inputTokens",
      "At least one token, or a second of audio, is needed to compare ways of serving it.",
    );
  }
  const spec = { model, region, inputTokens, outputTokens, audioSeconds };
  const serverless = session.resource(SERVERLESS, spec);
  const candidates = nodeTypesFor(serving, choice, { catalogue, places }).map((nodeType) =>
    candidate(nodeType, serving, session),
  );
  const [serverlessFootprint, speeds, ...footprints] = await Promise.all([
    session.footprint(SERVERLESS, spec, null),
    session.benchmarks(choice.model.id),
    ...candidates.map(({ deployment: { kind, spec } }) => session.footprint(kind, spec, null)),
  ]);
  const hours = hoursOf(session.period(null));
  const ways = candidates.map(({ deployment, nodeType }, index): ServingWay => {
    const footprint = footprints[index] as Footprint;
    const emitted = { dedicatedKg: headlineOf(footprint), serverlessKg: headlineOf(serverlessFootprint) };
    return {
      deployment,
      footprint,
      difference: new FootprintDifference(serverlessFootprint, footprint),
      breakEven: breakEven({ asked: askedFor(serving), ...emitted }),
      capacity: capacityOf(nodeType, serving, speeds, hours),
    };
  });
  const sorted = ways.sort((a, b) => headlineOf(a.footprint) - headlineOf(b.footprint));
  const ranking = rankingOf(sorted.map(({ footprint }) => footprint));
  return { model: choice.model, serverless, serverlessFootprint, ways: sorted, ranking };
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
function candidate(nodeType: string, { model, region, nodes }: Serving, session: Session) {
  const deployment = session.resource(DEDICATED, { nodeType, nodes, region, model });
  return { deployment, nodeType: (deployment.checked as { nodeType: NodeType }).nodeType };
}

/** The tokens, to which audio is in proportion; the audio where there are none. */
function askedFor({ inputTokens, outputTokens, audioSeconds }: Serving): AskedFor {
  const tokens = inputTokens + outputTokens;
  return tokens > 0 ? { count: tokens, of: TOKENS } : { count: audioSeconds, of: AUDIO };
}

/** By the benchmark on most GPUs of a node; null where one of the types of token has none. */
function capacityOf(
  node: NodeType,
  serving: Serving,
  speeds: readonly Benchmark[],
  hours: number,
): Calculation | null {
  const fitting = speeds.filter(
    ({ gpuModel, gpuCount }) => gpuModel === node.gpu_model && gpuCount <= node.gpu_count,
  );
  const gpuCount = Math.max(...fitting.map((one) => one.gpuCount));
  const wanted = [
    { type: "INPUT", count: serving.inputTokens, of: TOKENS },
    { type: "OUTPUT", count: serving.outputTokens, of: TOKENS },
    { type: "AUDIO_SECOND", count: serving.audioSeconds, of: AUDIO },
  ].filter(({ count }) => count > 0);
  const timed = wanted.flatMap(({ type, ...amount }) => {
    const benchmark = fitting.find((one) => one.gpuCount === gpuCount && one.tokenType === type);
    return benchmark === undefined ? [] : [{ ...amount, speed: speedFactor(benchmark) }];
  });
  if (timed.length < wanted.length) return null;
  const copies = Math.floor(node.gpu_count / gpuCount);
  return capacity(askedFor(serving), timed, { nodes: serving.nodes, copies, hours });
}
