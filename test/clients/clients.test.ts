import { isDeepStrictEqual } from "node:util";
import { buildSchema } from "graphql";
import { possibleTypes, typePolicies } from "../../schema/clients/apollo";
import * as graphcache from "../../schema/clients/graphcache";
import { getDataID } from "../../schema/clients/relay";
import { asserted } from "../support/asserted";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { usualComposition } from "../support/usual";
import { type Asked, DATED_MODELS, PROBING, PUBLISHED } from "./support/asked";
import { apolloClient, type CachingClient, relayClient, urqlClient } from "./support/clients";
import { plain } from "./support/plain";

const schema = buildSchema(usualComposition().schema.sdl);

/** What the server says, by what it is asked. */
const said = new Map<Asked, unknown>();
beforeAll(async () => {
  const graph = await startLiveGraph();
  for (const asked of [...PUBLISHED, ...PROBING, ...DATED_MODELS])
    said.set(asked, plain(dataOf(await graph.askText(asked.text, asked.variables))));
  await graph.stop();
});

/** One for each client: reading all that it keeps takes longer than an idle connection lives. */
let graph: LiveGraph;
const withGraph = (): void => {
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(() => graph.stop());
};

const TOLD: Readonly<Record<string, () => CachingClient>> = {
  "Apollo Client": () => apolloClient(graph.url, { possibleTypes, typePolicies }),
  urql: () => urqlClient(graph.url, graphcache),
  Relay: () => relayClient(graph.url, schema, getDataID),
};
/** Apollo Client reads no fragment on an interface without its `possibleTypes`, whatever the graph. */
const UNTOLD: Readonly<Record<string, () => CachingClient>> = {
  "Apollo Client": () => apolloClient(graph.url, { possibleTypes }),
  urql: () => urqlClient(graph.url),
  Relay: () => relayClient(graph.url, schema),
};

interface Kept {
  readonly asked: Asked;
  readonly data: unknown;
}

/** What a client keeps of each answer when it has been given them all. */
async function keptOf(client: CachingClient, all: readonly Asked[]): Promise<Kept[]> {
  for (const asked of all) await client.ask(asked);
  return Promise.all(all.map(async (asked) => ({ asked, data: plain(await client.read(asked)) })));
}

function expectSaid({ asked, data }: Kept): void {
  asserted();
  // Much is kept: how it differs is looked for where it does.
  if (isDeepStrictEqual(data, said.get(asked))) return;
  expect({ asked, data }).toEqual({ asked, data: said.get(asked) });
}

const INSTANCES = PUBLISHED.filter(({ name }) => name === "InstanceFootprint").slice(-4, -1);
interface Footprinted {
  readonly instance: {
    readonly footprint: { readonly equivalences: readonly { readonly amount: number }[] };
  };
}

/** Three Instances have three different kilometres. */
async function expectThreeKilometres(client: CachingClient): Promise<void> {
  const shown = (await keptOf(client, INSTANCES)).map((one) => {
    expectSaid(one);
    return (one.data as Footprinted).instance.footprint.equivalences[0]?.amount;
  });
  expect(new Set(shown).size).toBe(3);
}

describe.each(Object.entries(TOLD))("%s, told of our types", (_name, start) => {
  withGraph();

  it("shows each Instance its own kilometres", () => expectThreeKilometres(start()));

  it("keeps all answers whole", async () => {
    for (const one of await keptOf(start(), [...said.keys()])) expectSaid(one);
  });
});

describe.each(Object.entries(UNTOLD))("%s, told nothing", (name, start) => {
  let warnings: jest.SpyInstance;
  beforeAll(() => {
    // Each says of our types that they have no id, and where to read what to tell it.
    warnings = jest.spyOn(console, name === "urql" ? "warn" : "error").mockImplementation(() => {});
  });
  afterAll(() => warnings.mockRestore());
  withGraph();

  it("shows each Instance its own kilometres", () => expectThreeKilometres(start()));

  it("may have to ask again, and never shows what the server did not say", async () => {
    const kept = await keptOf(start(), [...PUBLISHED, ...PROBING]);
    const lost = kept.filter(({ data }) => data === null);
    for (const one of kept) if (one.data !== null) expectSaid(one);
    // Apollo Client drops what it has of a thing without an id when it is given another part of it.
    if (name === "Apollo Client") expect(lost.length).toBeLessThan(kept.length);
    else expect(lost).toEqual([]);
  });
});
