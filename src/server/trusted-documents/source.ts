import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Found, FoundDocument } from "./document";
import { readManifest } from "./manifest";
import type { DocumentProblem } from "./problems";

/** The documents of a folder, one in each file, or of a manifest. */
export function findDocuments(path: string): Found {
  try {
    return statSync(path).isDirectory() ? readFolder(path) : readManifest(path, readText(path));
  } catch (error) {
    return { documents: [], problems: [{ where: path, message: (error as Error).message }] };
  }
}

function readFolder(folder: string): Found {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => join(folder, file));
  if (files.length === 0) {
    return { documents: [], problems: [{ where: folder, message: "no .graphql file is in this folder" }] };
  }
  const read = files.map(readDocument);
  return {
    documents: read.flatMap((found) => ("text" in found ? [found] : [])),
    problems: read.flatMap((found) => ("message" in found ? [found] : [])),
  };
}

function readDocument(file: string): FoundDocument | DocumentProblem {
  try {
    return { where: file, text: readText(file) };
  } catch (error) {
    return { where: file, message: (error as Error).message };
  }
}

/** The exact text, including a byte order mark, so that its hash is that of the file. */
function readText(file: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
}
