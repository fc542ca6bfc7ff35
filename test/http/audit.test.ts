import { serverAudits } from "graphql-http";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

const BLOCKED =
  "a GET without a header that makes a browser ask first is refused, against cross-site request forgery; " +
  "an Accept header of any JSON type is none of these";

/** What the suite leaves open and this server does otherwise, each for a reason. */
const DECLINED: Readonly<Record<string, string>> = {
  "5A70": BLOCKED,
  D6D5: BLOCKED,
  "6A70": BLOCKED,
};

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const audits = serverAudits({ url: () => graph.url });
const isOptional = (name: string) => name.startsWith("MAY");

describe("GraphQL over HTTP: what is required and recommended", () => {
  it.each(audits.filter(({ name }) => !isOptional(name)))("$id $name", async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: "ok" });
  });

  it("is what the suite has", () => {
    const count = (level: string) => audits.filter(({ name }) => name.startsWith(level)).length;
    expect([count("MUST"), count("SHOULD"), count("MAY")]).toEqual([13, 23, 25]);
  });
});

describe("GraphQL over HTTP: what is left open", () => {
  it.each(audits.filter(({ id, name }) => isOptional(name) && !(id in DECLINED)))(
    "$id $name",
    async ({ fn }) => {
      expect(await fn()).toMatchObject({ status: "ok" });
    },
  );

  it.each(audits.filter(({ id }) => id in DECLINED))("$id is declined: $name", async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: "notice", response: { status: 400 } });
  });

  it("is declined in known places alone", () => {
    const optional = audits.filter(({ name }) => isOptional(name)).map(({ id }) => id);
    expect(optional).toEqual(expect.arrayContaining(Object.keys(DECLINED)));
  });
});
