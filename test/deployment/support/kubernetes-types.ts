import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Manifest, without } from "./manifests";

const PACKAGE = dirname(require.resolve("kubernetes-models/package.json"));
const COMPILER = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");

/** The module that has the type and the schema of a manifest. */
function moduleOf({ apiVersion, kind }: Manifest): string {
  const [group = "", version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  return ["kubernetes-models", ...(group === "" ? [] : [group]), version, kind].join("/");
}

/** By the schemas of Kubernetes: types, required members, forms. They say nothing of members that do not exist. */
export function schemaProblems(manifest: Manifest): readonly string[] {
  const models = require(moduleOf(manifest)) as Record<string, new (data: object) => { validate(): void }>;
  const Model = models[manifest.kind];
  if (Model === undefined) return [`${manifest.kind} is not known`];
  try {
    new Model(without(manifest)).validate();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** By the types of Kubernetes, where a compiler finds each member that does not exist. */
export async function typeProblems(manifests: readonly Manifest[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "manifests-"));
  symlinkSync(join(PACKAGE, ".."), join(folder, "node_modules"));
  const code = manifests.map((manifest, index) => {
    const type = `import("${moduleOf(manifest)}").I${manifest.kind}`;
    return `export const manifest${index}: ${type} = ${JSON.stringify(without(manifest))};`;
  });
  writeFileSync(join(folder, "manifests.ts"), code.join("\n"));
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", ""];
  try {
    await promisify(execFile)(process.execPath, [COMPILER, ...options, "manifests.ts"], { cwd: folder });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
