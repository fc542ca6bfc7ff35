import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { lineOf } from "./schema-change";
import { compareSchemas } from "./schema-diff";
import { NotSdl, readSdl } from "./sdl-document";

/** How a check is called and whether a change is serious enough to fail. */
export interface CheckArguments {
  /** File of an older schema to compare with; null to compare the generated files with the code. */
  readonly oldFile: string | null;
  /** Whether dangerous changes fail too. */
  readonly strict: boolean;
}

export interface Outcome {
  readonly lines: readonly string[];
  /** 0: nothing that fails; 1: changes that do; 2: the question cannot be answered. */
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = "Usage: npm run schema:check -- [OLD.graphql [--strict]]";

/** @returns the arguments, or a line that says what they can be. */
export function readArguments(args: readonly string[]): CheckArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: "boolean" }, strict: { type: "boolean" } },
    });
    const [oldFile = null, ...more] = positionals;
    const strict = values.strict ?? false;
    return more.length > 0 || (strict && oldFile === null) ? USAGE : { oldFile, strict };
  } catch {
    return USAGE;
  }
}

/** Compares the schema of the code with an older one: with that of its own kind, for clients or for composers. */
export function compareWithFile(
  file: string,
  code: { readonly sdl: string; readonly subgraphSdl: string },
  strict: boolean,
): Outcome {
  let old: string;
  try {
    old = readFileSync(file, "utf8");
  } catch (error) {
    return refusal(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  try {
    const changes = compareSchemas(old, readSdl(old).isSubgraph ? code.subgraphSdl : code.sdl);
    const breaking = changes.filter(({ severity }) => severity === "BREAKING").length;
    const dangerous = changes.length - breaking;
    return {
      lines: [...changes.map(lineOf), `${breaking} breaking, ${dangerous} dangerous`],
      exitCode: breaking > 0 || (strict && dangerous > 0) ? 1 : 0,
    };
  } catch (error) {
    if (error instanceof NotSdl) return refusal(`${file} is no GraphQL schema: ${error.message}`);
    throw error;
  }
}

function refusal(line: string): Outcome {
  return { lines: [line], exitCode: 2 };
}
