import { isRecord } from "../../core/helpers";
import type { Found, FoundDocument } from "./document";
import type { DocumentProblem } from "./problems";

const APOLLO_FORMAT = "apollo-persisted-query-manifest";

type Json = Readonly<Record<string, unknown>>;
type Entry = FoundDocument | DocumentProblem;

/** Reads Apollo's manifest of persisted queries, or a plain map from SHA-256 to document. */
export function readManifest(file: string, text: string): Found {
  const entries = entriesOf(file, text);
  return {
    documents: entries.flatMap((entry) => ("text" in entry ? [entry] : [])),
    problems: entries.flatMap((entry) => ("message" in entry ? [entry] : [])),
  };
}

function entriesOf(file: string, text: string): readonly Entry[] {
  const manifest = parse(text);
  if (manifest === undefined) return [{ where: file, message: "it is not a JSON object" }];
  const entries = "format" in manifest ? apolloEntries(file, manifest) : plainEntries(file, manifest);
  return entries.length > 0 ? entries : [{ where: file, message: "it holds no document" }];
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function apolloEntries(file: string, { format, version, operations }: Json): readonly Entry[] {
  if (format !== APOLLO_FORMAT || version !== 1 || !Array.isArray(operations)) {
    return [{ where: file, message: `a manifest with a format is "${APOLLO_FORMAT}" of version 1` }];
  }
  return operations.map((operation: unknown, index): Entry => {
    const { id, name, body } = isRecord(operation) ? operation : {};
    const where = `${file}, operation ${index + 1}${typeof name === "string" ? ` (${name})` : ""}`;
    if (typeof id !== "string" || typeof body !== "string") {
      return { where, message: "id and body are strings" };
    }
    return { where, text: body, claimedHash: id };
  });
}

function plainEntries(file: string, manifest: Json): readonly Entry[] {
  return Object.entries(manifest).map(([hash, text]): Entry => {
    const where = `${file}, document ${hash}`;
    return typeof text === "string"
      ? { where, text, claimedHash: hash.replace(/^sha256:/, "") }
      : { where, message: "it is not a string" };
  });
}
