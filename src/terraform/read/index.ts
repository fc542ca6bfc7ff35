import { isRecord } from "../../core/helpers";
import type { Json, TerraformDocument } from "../document";
import { jsonIn, refused } from "./json-text";
import { readPlan } from "./plan";
import { textOf } from "./shapes";
import { readState } from "./state";
import { readStateFile } from "./state-file";

export { jsonIn } from "./json-text";

/** Major versions of the format of `terraform show -json`. */
const FORMATS = ["0", "1"];
/** Version of the format of state files. */
const STATE_FILE = 4;

/**
 * A plan or a state.
 * @throws DomainError BAD_USER_INPUT for anything else, with what to run
 */
export function readDocument(bytes: Uint8Array): TerraformDocument {
  return documentOf(jsonIn(bytes));
}

/** The same of parsed JSON. */
export function documentOf(json: unknown): TerraformDocument {
  if (!isRecord(json)) throw refused("The file is JSON, and neither a plan nor a state.");
  if (json.format_version !== undefined) {
    requireFormat(json);
    return isPlan(json) ? readPlan(json) : readState(json);
  }
  // Programs that print a part of a plan leave its head out.
  if (isPlan(json)) return readPlan(json);
  if (Array.isArray(json.resources) && typeof json.version === "number") return stateFileOf(json);
  if (Array.isArray(json.modules) && typeof json.version === "number") return stateFileOf(json);
  if (json.footprintTerraform !== undefined) {
    throw refused("This is the answer of an earlier run, which can be a baseline and no plan.", null);
  }
  if (json.encrypted_data !== undefined) {
    throw refused(
      "This is an encrypted state, which only OpenTofu can read.",
      "Run: tofu show -json > state.json",
    );
  }
  if (json["@level"] !== undefined) {
    throw refused("This is the log of a run (-json), which does not have the resources of the plan.");
  }
  throw refused("The file is JSON, and neither a plan nor a state: it has no format_version.");
}

function isPlan(json: Json): boolean {
  return ["planned_values", "resource_changes", "prior_state", "configuration"].some(
    (name) => json[name] !== undefined,
  );
}

function requireFormat({ format_version }: Json): void {
  const version = textOf(format_version) ?? String(format_version);
  if (FORMATS.includes(version.split(".")[0] as string)) return;
  const shown = /^[\d.]{1,20}$/.test(version) ? version : "that is no version";
  throw refused(
    `The JSON is of format ${shown}, and formats 0.x and 1.x are known: take a newer footprint, or the terraform that is meant.`,
    null,
  );
}

function stateFileOf(json: Json): TerraformDocument {
  if (json.version === STATE_FILE) return readStateFile(json);
  throw refused(
    `This is a state file of version ${json.version}, and version ${STATE_FILE} is known.`,
    "Run: terraform show -json > state.json",
  );
}
