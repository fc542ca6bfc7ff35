import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of the package that Bruno itself reads and writes its files with; it has no types. */
const bruno = require("@usebruno/lang") as {
  jsonToBruV2(request: object): string;
  envJsonToBruV2(environment: object): string;
};

const FOLDER = "docs/bruno";
const OPERATIONS = "schema/operations";

/** A collection of the published operations with variables that work, by file. */
function collection(): Map<string, string> {
  const variables = JSON.parse(readFileSync("schema/example-variables.json", "utf8")) as Record<
    string,
    object
  >;
  const documents = readdirSync(OPERATIONS)
    .filter((file) => file.endsWith(".graphql"))
    .sort();
  const requests = documents.map((file, index): [string, string] => {
    const query = readFileSync(join(OPERATIONS, file), "utf8").trim();
    const name = /^query (\w+)/m.exec(query)?.[1] ?? file;
    const request = {
      meta: { name, type: "graphql", seq: index + 1 },
      http: { method: "post", url: "{{graph}}", body: "graphql", auth: "bearer" },
      // Empty where the graph asks nobody who they are; it then reads no credential.
      auth: { bearer: { token: "{{key}}" } },
      body: { graphql: { query, variables: JSON.stringify(variables[name] ?? {}, null, 2) } },
    };
    return [`${name}.bru`, bruno.jsonToBruV2(request)];
  });
  const local = [
    { name: "graph", value: "http://localhost:4000/graphql", enabled: true, secret: false },
    { name: "key", value: "", enabled: true, secret: false },
  ];
  return new Map([
    [
      "bruno.json",
      `${JSON.stringify({ version: "1", name: "Footprint Graph", type: "collection" }, null, 2)}\n`,
    ],
    ["environments/local.bru", bruno.envJsonToBruV2({ variables: local })],
    ...requests,
  ]);
}

function main(args: readonly string[]): void {
  const files = collection();
  if (args.includes("--check")) {
    const stale = [...files]
      .filter(([name, text]) => textOf(join(FOLDER, name)) !== text)
      .map(([name]) => name);
    if (stale.length === 0) return;
    console.error(`${FOLDER} is not that of ${OPERATIONS}: ${stale.join(", ")}. npm run bruno writes it.`);
    process.exitCode = 1;
    return;
  }
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, "environments"), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(FOLDER, name), text);
}

const textOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, "utf8") : null);

main(process.argv.slice(2));
