import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { compose } from "../compose";

/** The SDL of the composition, by the file that publishes it. */
export function schemaFiles(): Record<string, string> {
  const { sdl, subgraphSdl } = compose().schema;
  return { "schema/schema.graphql": sdl, "schema/subgraph.graphql": subgraphSdl };
}

function main(checkOnly: boolean): void {
  for (const [file, sdl] of Object.entries(schemaFiles())) {
    if (!checkOnly) writeFileSync(file, sdl);
    else if (readFileSync(file, "utf8") !== sdl) {
      console.error(`${file} is not the schema of the code: run npm run schema and review the difference.`);
      process.exitCode = 1;
    }
  }
}

if (require.main === module) main(process.argv.includes("--check"));
