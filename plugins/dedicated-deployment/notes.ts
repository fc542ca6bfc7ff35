import type { DedicatedCatalogue } from "./catalogue";
import type { CheckedSpec } from "./spec";

/** What a reader must know of a deployment beside what its parts say of themselves. */
export function notesOn({ nodeType, model }: CheckedSpec, catalogue: DedicatedCatalogue): string[] {
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
  const offered = catalogue.nodeTypesOf(model.id);
  if (offered.size === 0) {
    notes.push(`The catalogue does not offer ${model.id} as a Dedicated Deployment.`);
  } else if (!offered.has(name)) {
    notes.push(`The catalogue does not offer ${model.id} on ${name}, but on ${[...offered].join(", ")}.`);
  }
  return notes;
}
