import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";

export const FOLDER = join(__dirname, "../../../deploy/kubernetes");

/** A manifest as it was written, before anybody has checked it. */
export interface Manifest {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: its form is what is tested
  readonly [member: string]: any;
}

/** Read strictly: a key that is written twice, or a tab, is an error. */
export function manifestsIn(file: string): readonly Manifest[] {
  const documents = parseAllDocuments(readFileSync(join(FOLDER, file), "utf8"), {
    strict: true,
    uniqueKeys: true,
  });
  return [...documents].map((document) => {
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined) throw error;
    return { file, ...(document.toJS() as Omit<Manifest, "file">) } as Manifest;
  });
}

export function manifestFiles(): readonly string[] {
  return readdirSync(FOLDER).filter((file) => file !== "kustomization.yaml");
}

export function without({ file: _, ...manifest }: Manifest): object {
  return manifest;
}
