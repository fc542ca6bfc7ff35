import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { compose } from "../compose";
import type { GraphForm } from "../graphql/forms";
import { clientTypes } from "./client-types";
import { compareWithFile, readArguments } from "./schema-check";
import { schemaReference } from "./schema-reference";

/** What is generated from the composition, by the file that publishes it. */
export function schemaFiles(): Record<string, string> {
  const { sdl, subgraphSdl } = compose().schema;
  const formed = (form: GraphForm): string => compose({ form }).schema.subgraphSdl;
  return {
    "schema/schema.graphql": sdl,
    "schema/subgraph.graphql": subgraphSdl,
    "schema/subgraph.entities.graphql": formed({ graph: "entities", prefix: null }),
    "schema/subgraph.prefixed.graphql": formed({ graph: "full", prefix: "Footprint" }),
    "schema/clients/generated/types.ts": clientTypes(sdl),
    "docs/schema.md": schemaReference(sdl),
  };
}

/** Files that are not what the code generates; one that is missing is among them. */
function staleFiles(): string[] {
  return Object.entries(schemaFiles())
    .filter(([file, text]) => published(file) !== text)
    .map(([file]) => file);
}

function published(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function check(args: readonly string[]): void {
  const asked = readArguments(args);
  if (typeof asked === "string") {
    console.error(asked);
    process.exitCode = 2;
  } else if (asked.oldFile === null) {
    for (const file of staleFiles()) {
      console.error(`${file} is not the schema of the code: run npm run schema and review the difference.`);
      process.exitCode = 1;
    }
  } else {
    const { lines, exitCode } = compareWithFile(asked.oldFile, compose().schema, asked.strict);
    const print = exitCode === 2 ? process.stderr : process.stdout;
    print.write(`${lines.join("\n")}\n`);
    process.exitCode = exitCode;
  }
}

export function run(args: readonly string[]): void {
  if (args.includes("--check")) check(args);
  else for (const [file, text] of Object.entries(schemaFiles())) writeFileSync(file, text);
}

if (require.main === module) run(process.argv.slice(2));
