import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES } from "../support/operations";

/** Bruno's own parser, and the schema that it holds requests to; neither has types. */
const { bruToJsonV2 } = require("@usebruno/lang") as { bruToJsonV2(text: string): Parsed };
const { itemSchema } = require("@usebruno/schema") as { itemSchema: { validateSync(item: object): unknown } };

interface Parsed {
  readonly meta: { readonly name: string; readonly type: string; readonly seq: string };
  readonly http: { readonly method: string; readonly url: string; readonly auth: string };
  readonly auth: { readonly bearer: object };
  readonly body: { readonly graphql: { readonly query: string; readonly variables: string } };
}

const ROOT = join(__dirname, "../..");
const FOLDER = join(ROOT, "docs/bruno");
const requests = readdirSync(FOLDER).filter((file) => file.endsWith(".bru"));

describe("the collection for Bruno", () => {
  it("is that of the published operations", () => {
    const program = ["test/stores/support/run-typescript.cjs", "src/tools/bruno.ts", "--check"];
    expect(() => execFileSync(process.execPath, program, { cwd: ROOT, stdio: "pipe" })).not.toThrow();
    expect(requests.sort()).toEqual(
      Object.keys(EXAMPLES)
        .map((name) => `${name}.bru`)
        .sort(),
    );
  });

  it.each(requests)("%s is a request by Bruno's own schema", (file) => {
    const { meta, http, auth, body } = bruToJsonV2(readFileSync(join(FOLDER, file), "utf8"));
    const request = {
      ...{ url: http.url, method: http.method.toUpperCase(), headers: [], params: [] },
      auth: { mode: http.auth, bearer: auth.bearer },
      body: { mode: "graphql", graphql: body.graphql },
      ...{ script: {}, vars: {}, assertions: [], tests: "", docs: "" },
    };
    const item = {
      uid: "a".repeat(21),
      type: "graphql-request",
      name: meta.name,
      seq: Number(meta.seq),
      request,
    };
    expect(() => itemSchema.validateSync(item)).not.toThrow();
    expect(JSON.parse(body.graphql.variables)).toEqual(EXAMPLES[meta.name]);
  });
});
