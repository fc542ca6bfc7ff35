import type { DedicatedCatalogue } from "./catalogue";
import type { CheckedSpec } from "./spec";

/** What a reader must know of a deployment beside what its parts say of themselves. */
export function notesOn(
  { nodeType, model, quantization }: CheckedSpec,
  catalogue: DedicatedCatalogue,
): string[] {
  const { name, instance_type, confidence } = nodeType.row;
  const notes = [
    "The machines of the inference infrastructure and of the control plane, and how many nodes share them, are assumed: the operator does not publish them.",
  ];
  if (confidence === "ASSUMED") {
    notes.push(
      `No published list names the node type ${name}: it is assumed to be the Instance ${instance_type}.`,
    );
  }
  if (model === null) return notes;
  const offered = catalogue.nodeTypesOf(model.id, quantization);
  if (offered.size === 0) {
    notes.push(`The catalogue does not offer ${model.id} as a Dedicated Deployment.`);
  } else if (!offered.has(name)) {
    const named = quantization === null ? model.id : `${model.id} in ${quantization}`;
    notes.push(`The catalogue does not offer ${named} on ${name}, but on ${[...offered].join(", ")}.`);
  }
  return notes;
}
