import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { askEntities, briefly } from "./support/ask-entities";

const SERVER = { zone: "fr-par-1", commercialType: "PRO2-S" };
const DEPLOYMENT = { region: "fr-par", nodeType: "L4", nodes: 1 };

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph({ projectLists: ["servers", "deployments"] });
});
afterAll(() => graph.stop());

interface Figures {
  readonly footprint: { readonly notes: readonly string[] } | null;
}

const ask = (project: object) =>
  askEntities<Figures>(
    graph,
    [{ __typename: "Project", id: "x", servers: [], deployments: [], ...project }],
    "... on Project { footprint { notes } }",
  );

describe("a project of which nothing could be computed", () => {
  it.each([
    ["a type", { servers: [{ ...SERVER, commercialType: "NO" }] }, "servers.0.commercialType"],
    ["a type that is missing", { servers: [{ zone: "fr-par-1" }] }, "servers.0.commercialType"],
    ["a model", { deployments: [{ ...DEPLOYMENT, model: { id: "nobody" } }] }, "deployments.0.model"],
    ["what is not read", { servers: [{ ...SERVER, state: "on" }] }, "servers.0.state"],
  ])("names %s by the path that was sent", async (_what, project, field) => {
    const { entities, errors } = await ask(project);
    expect(entities).toEqual([{ footprint: null }]);
    expect(errors.map(briefly)).toMatchObject([{ path: ["_entities", 0, "footprint"], field }]);
  });
});

it("a project says once what many of its resources have in common", async () => {
  const wrong = { ...SERVER, zone: "nowhere" };
  const { entities, errors } = await ask({ servers: [wrong, SERVER, wrong] });
  expect(errors).toEqual([]);
  const notes = entities[0]?.footprint?.notes ?? [];
  expect(notes).toContain("2 of the resources could not be computed and are not in the sum.");
  expect(notes.filter((note) => note.startsWith("servers: Unknown zone"))).toHaveLength(1);
});
