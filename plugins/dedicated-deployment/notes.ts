import { fact, type Remark } from "../../src/core/footprint";
import type { LanguageModelEntry, ModelChoice } from "../../src/core/language-models";
import type { NodeType } from "./catalogue";

interface ServedModel {
  readonly nodeType: NodeType;
  readonly model: ModelChoice<LanguageModelEntry> | null;
  /** Names of the node types that it is offered on; null without a model. */
  readonly offeredOn: ReadonlySet<string> | null;
}

/** What a reader must know of a model that is not offered so. It changes no figure. */
export function notesOnModel({ nodeType, model, offeredOn }: ServedModel): Remark[] {
  const { name } = nodeType;
  if (model === null || offeredOn === null) return [];
  const { id } = model.model;
  if (offeredOn.size === 0) return [fact(`The catalogue does not offer ${id} as a Dedicated Deployment.`)];
  if (offeredOn.has(name)) return [];
  const named = model.quantization === null ? id : `${id} in ${model.quantization}`;
  return [fact(`The catalogue does not offer ${named} on ${name}, but on ${[...offeredOn].join(", ")}.`)];
}
