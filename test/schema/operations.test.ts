import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type OperationDefinitionNode, parse, validate } from "graphql";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { VARIABLES } from "../support/operations";
import { selectedWithoutId } from "../support/selected-without-id";

const FOLDER = "schema/operations";
const SCHEMA = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const files = readdirSync(FOLDER);
const operationsOf = (file: string): { name: string; text: string }[] => {
  const text = readFileSync(join(FOLDER, file), "utf8");
  const operations = parse(text).definitions.filter(({ kind }) => kind === "OperationDefinition");
  return (operations as OperationDefinitionNode[]).map(({ name }) => ({ name: name?.value ?? "", text }));
};

let graph: LiveGraph;
beforeAll(async () => {
  // As an operator would serve them: these documents and no others.
  graph = await startLiveGraph({}, { trustedDocuments: FOLDER });
});
afterAll(() => graph.stop());

it("a thing that is asked for without its id is found", () => {
  const text = "{ instance { locality { pue { value } wue { ...F } } } } fragment F on Factor { id }";
  expect(selectedWithoutId(SCHEMA, parse(text))).toEqual(["pue"]);
});

describe.each(files)("%s", (file) => {
  it("stands alone, and is valid", () => {
    expect(validate(SCHEMA, parse(readFileSync(join(FOLDER, file), "utf8")))).toEqual([]);
  });

  it("asks for the id of all that has one: caches of clients keep it by that", () => {
    expect(selectedWithoutId(SCHEMA, parse(readFileSync(join(FOLDER, file), "utf8")))).toEqual([]);
  });

  it.each(operationsOf(file))("$name is answered", async ({ name, text }) => {
    const variables = VARIABLES[name];
    if (variables === undefined) throw new Error(`no variables to execute ${name} with`);
    const { data, errors } = await graph.askText(text, variables);
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {}).length).toBeGreaterThan(0);
  });
});
