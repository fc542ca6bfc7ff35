import { badInput } from "../../src/core/errors";
import { type LanguageModelEntry, type ModelChoice } from "../../src/core/language-models";
import { type Place, type Places } from "../../src/core/method";
import type { DedicatedCatalogue, NodeType } from "./catalogue";

/** What a footprint of a Dedicated Deployment is asked with. */
export interface DedicatedDeploymentSpec {
  /** Name of the node type, for example H100-SXM-4. */
  readonly nodeType: string;
  /** Default 1. */
  readonly nodes?: number | null;
  readonly region: string;
  /** Identifier of the language model; it changes no figure, only what the answer says of it. */
  readonly model?: string | null | undefined;
  /** Size of a model of one's own [GB], stored in Object Storage; default 0. */
  readonly importedModelGb?: number | null;
}

export interface CheckedSpec {
  readonly nodeType: NodeType;
  readonly nodes: number;
  readonly region: Place;
  /** Where the nodes run. */
  readonly zone: string;
  readonly model: LanguageModelEntry | null;
  /** As the name of the model said it, for example `fp8`. */
  readonly quantization: string | null;
  /** [GB] */
  readonly importedModelGb: number;
}

/** @throws DomainError UNKNOWN_NODE_TYPE, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, UNKNOWN_MODEL or BAD_USER_INPUT. */
export function checkSpec(
  spec: DedicatedDeploymentSpec,
  catalogue: DedicatedCatalogue,
  places: Places,
): CheckedSpec {
  const nodeType = catalogue.nodeType(spec.nodeType, "input.nodeType");
  const region = places.region(spec.region, "input.region");
  const zone = catalogue.zoneIn(nodeType, region, "input.region");
  const nodes = spec.nodes ?? 1;
  const mostNodes = catalogue.maximum("nodes");
  if (!(Number.isInteger(nodes) && nodes >= 1 && nodes <= mostNodes)) {
    throw badInput("input.nodes", `nodes must be a whole number from 1 to ${mostNodes}, got ${nodes}.`);
  }
  const importedModelGb = spec.importedModelGb ?? 0;
  const mostGb = catalogue.maximum("imported-model");
  if (!(importedModelGb >= 0 && importedModelGb <= mostGb)) {
    throw badInput(
      "input.importedModelGb",
      `importedModelGb must be from 0 to ${mostGb} GB, got ${importedModelGb}.`,
    );
  }
  const { model, quantization } =
    spec.model == null ? { model: null, quantization: null } : chosenModel(spec.model, catalogue);
  return { nodeType, nodes, region, zone, model, quantization, importedModelGb };
}

/** @throws DomainError UNKNOWN_MODEL, also for a quantisation that the model is not offered in. */
export function chosenModel(name: string, catalogue: DedicatedCatalogue): ModelChoice<LanguageModelEntry> {
  const choice = catalogue.models.choose(name, "input.model");
  catalogue.requireOffered(choice, "input.model");
  return choice;
}
