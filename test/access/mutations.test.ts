import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Int, Mutation, Resolver } from "type-graphql";
import { PLUGINS } from "../../src/compose";
import type { DescribedTypes } from "../../src/core/contract";
import { hashOfApiKey, makeApiKey } from "../../src/server/access";
import { codeOf, get, JSON_TYPE, post, RESULT_TYPE } from "../http/support/ask";
import { usualComposition } from "../support/usual";
import { startsForEachTest } from "./support/start";

let written = 0;

/** What a product would have to bring to write over HTTP. */
@Resolver()
class WritingResolver {
  @Mutation(() => Int, { description: "Counts how often it was run [number of runs]." })
  write(): number {
    written += 1;
    return written;
  }
}

const start = startsForEachTest();
const [first, ...others] = PLUGINS as [(typeof PLUGINS)[number]];
const WRITING = [
  {
    ...first,
    graphql: (described: DescribedTypes) => {
      const own = first.graphql?.(described) ?? {};
      return { ...own, resolvers: [...(own.resolvers ?? []), WritingResolver] };
    },
  },
  ...others,
];
const WRITE = { query: "mutation { write }" };
const AMONG_OTHERS = {
  query: "query Read { methodology { id } } mutation Write { write }",
  operationName: "Write",
};

it("is the rule that nothing writes: the graph has no mutation", () => {
  const { executable, sdl, subgraphSdl } = usualComposition().schema;
  expect(executable.getMutationType()).toBeUndefined();
  expect(sdl + subgraphSdl).not.toMatch(/\btype Mutation\b|\bmutation:/);
});

describe("a graph to which a product brings a mutation", () => {
  it("runs it for nobody without a name, although it asks nobody for one", async () => {
    const graph = await start.graph({}, { plugins: WRITING });
    for (const request of [WRITE, AMONG_OTHERS]) {
      for (const [accept, status] of [
        [JSON_TYPE, 200],
        [RESULT_TYPE, 403],
      ] as const) {
        const answer = await post(graph.url, request, { accept });
        expect([answer.status, codeOf(answer)]).toEqual([status, "FORBIDDEN"]);
        expect(answer.body).not.toHaveProperty("data");
      }
    }
    // Often enough for a query to be answered past the pipeline that asks for a name.
    for (let n = 0; n < 10; n++) expect(codeOf(await post(graph.url, WRITE))).toBe("FORBIDDEN");
    expect((await get(graph.url, WRITE)).status).toBe(405);
    expect(written).toBe(0);
    const read = await post(graph.url, { ...AMONG_OTHERS, operationName: "Read" });
    expect(read.body.errors).toBeUndefined();
  });

  it("runs it for a client with a name", async () => {
    const folder = mkdtempSync(join(tmpdir(), "writes-"));
    const file = join(folder, "keys");
    const key = makeApiKey();
    writeFileSync(file, `partner sha256:${hashOfApiKey(key)}`);
    const graph = await start.graph({ authentication: { kind: "keys", file } }, { plugins: WRITING });
    const answer = await post(graph.url, WRITE, { authorization: `Bearer ${key}` });
    expect(answer.body).toEqual({ data: { write: 1 } });
    rmSync(folder, { recursive: true });
  });
});
