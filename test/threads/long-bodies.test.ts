import type { IncomingMessage } from "node:http";
import { ANYBODY } from "../../src/server/access";
import type { GraphqlAnswer } from "../../src/server/answer/graphql-answer";
import type { GraphqlHandler } from "../../src/server/graphql-server";
import { DEFAULT_OPTIONS } from "../../src/server/options";
import { JsonBody } from "../../src/server/request/json-body";
import { sha256 } from "../../src/server/sha256";
import { GraphThreads, withThreads } from "../../src/server/threads";
import { usualComposition } from "../support/usual";

const ANSWER: GraphqlAnswer = {
  status: 200,
  headers: [],
  body: "{}",
  summary: { operationName: null, errorCodes: [] },
};

/** Keeps the bodies that it is handed, and how many were answered by the main thread. */
function handler() {
  const { schema, benchmarks } = usualComposition();
  const given: Record<"threads" | "main", (JsonBody["sent"] | undefined)[]> = { threads: [], main: [] };
  class Threads extends GraphThreads {
    override async answer({ body }: { body: JsonBody["sent"] | undefined }): Promise<GraphqlAnswer> {
      given.threads.push(body);
      return ANSWER;
    }
  }
  const ignore = (): void => undefined;
  const threads = new Threads({
    file: "",
    threads: 1,
    heapMb: 400,
    store: benchmarks,
    onCalculations: ignore,
    onFault: ignore,
  });
  const main: GraphqlHandler = {
    limits: DEFAULT_OPTIONS.limits,
    schemaText: null,
    registersTexts: true,
    handle(_request, _type, body) {
      given.main.push(body?.sent);
      return ANSWER;
    },
    stop: async () => undefined,
  };
  const both = withThreads(main, schema.executable, threads);
  const request = { method: "POST", url: "/graphql", headers: {} } as IncomingMessage;
  const asked = { requestId: "1", client: ANYBODY, isOfKnownPage: false };
  return {
    given,
    texts: threads.texts,
    ask: async (body: JsonBody) => both.handle(request, "application/json", body, asked),
  };
}

/** A body that must not be read in the main thread. */
class Unread extends JsonBody {
  override get text(): never {
    throw new Error("it was decoded");
  }
  override get value(): never {
    throw new Error("it was parsed");
  }
}

const named = (query: string | undefined, sha256Hash: string, variables: object = {}): string =>
  JSON.stringify({ query, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } });
const LONG = `{ methodology { id } } # ${"x".repeat(20_000)}`;
const SHORT = "{ methodology { id } }";
/** With many pools. */
const HEAVY = `query ($pools: [KubernetesPoolInput!]!) { compare(
  a: { kubernetesCluster: { controlPlane: "kapsule", region: "fr-par", pools: $pools } }
  b: { instance: { type: "PRO2-S", zone: "fr-par-2" } }
) { drivers(criterion: KG_CO2_EQUIVALENT) { label effect } } }`;

describe("the thread that answers everybody else", () => {
  it.each([
    ["a long body", JSON.stringify({ query: SHORT, variables: { a: "é".repeat(8_000) } })],
    ["a long body that names its document", named(undefined, sha256(SHORT), { a: "y".repeat(20_000) })],
    ["a long body that registers its document", named(LONG, sha256(LONG))],
  ])("does not read %s", async (_, text) => {
    const { ask, given } = handler();
    const bytes = Buffer.from(text);
    await ask(new Unread(bytes));
    expect(given).toEqual({ threads: [bytes], main: [] });
  });

  it("does not put a long document in the place of its hash", async () => {
    const { ask, given, texts } = handler();
    texts.set(sha256(LONG), LONG);
    const text = named(undefined, sha256(LONG));
    await ask(new JsonBody(text));
    expect(given).toEqual({ threads: [text], main: [] });
  });

  it("hands over what is heavy as it was sent, with or without its document", async () => {
    const { ask, given, texts } = handler();
    const pools = Array.from({ length: 60 }, () => ({ nodeType: "PRO2-S", nodes: 1 }));
    const registering = named(HEAVY, sha256(HEAVY), { pools });
    await ask(new JsonBody(registering));
    texts.set(sha256(HEAVY), HEAVY);
    const naming = named(undefined, sha256(HEAVY), { pools });
    await ask(new JsonBody(naming));
    expect(given).toEqual({ threads: [registering, naming], main: [] });
  });

  it("puts a short one there, which it was sent before", async () => {
    const { ask, given } = handler();
    const [first, second] = [named(SHORT, sha256(SHORT)), named(undefined, sha256(SHORT))];
    await ask(new JsonBody(first));
    await ask(new JsonBody(second));
    expect(given.threads).toEqual([]);
    expect(given.main[0]).toBe(first);
    expect(JSON.parse(given.main[1] as string)).toEqual({ ...JSON.parse(second), query: SHORT });
  });
});
