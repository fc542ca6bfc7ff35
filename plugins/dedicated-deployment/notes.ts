import { assumption, fact, type Remark, type Trusted } from "../../src/core/footprint";
import type { DedicatedCatalogue, NodeType } from "./catalogue";
import type { CheckedSpec } from "./spec";

/** What a reader must know of a deployment beside what its parts say of themselves. */
export function notesOn(
  { nodeType, model, quantization }: CheckedSpec,
  catalogue: DedicatedCatalogue,
): Remark[] {
  const { name } = nodeType.row;
  if (model === null) return [];
  const offered = catalogue.nodeTypesOf(model.id, quantization);
  if (offered.size === 0)
    return [fact(`The catalogue does not offer ${model.id} as a Dedicated Deployment.`)];
  if (offered.has(name)) return [];
  const named = quantization === null ? model.id : `${model.id} in ${quantization}`;
  return [fact(`The catalogue does not offer ${named} on ${name}, but on ${[...offered].join(", ")}.`)];
}

export function notesOnNodes({ row }: NodeType): Remark[] {
  return assumption(`that nodes of type ${row.name} are the Instance ${row.instance_type}`, [row]);
}

/** What is assumed of a part of the platform: which offers of other products stand for it, and how nodes share it. */
export function notesOnPlatform(
  what: string,
  offers: readonly Trusted[],
  shares: readonly Trusted[],
): Remark[] {
  return [
    ...assumption(`what the ${what} is made of`, offers),
    ...assumption(`how many nodes share the ${what}`, shares),
  ];
}
