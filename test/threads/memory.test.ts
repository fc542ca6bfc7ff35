import { type GraphProcess, startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";
import { type Asked, LIGHT } from "./support/dearest";
import { LARGEST, largestAdmitted } from "./support/largest-admitted";
import { forgetMostResident, residentMb } from "./support/resident";

/** What a request may take beside an idle process [MB]: docs/limits.md says so. */
const MOST_MB = 512;
/** Of the heap of the process itself, beside those of its threads [MB]. */
const HEAP_MB = 256;
/** Of an answer [characters]. */
const BEGINNING = 300;
/** At a time. */
const MANY = 10;

const SETTINGS = { ...WITH_THREADS, NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` };

let graph: GraphProcess;
beforeAll(async () => {
  graph = await startGraph(SETTINGS);
});
afterAll(() => stopGraph(graph));

async function ask(
  { query, variables }: Asked,
  encoding = "identity",
): Promise<{ status: number; retryAfter: string | null; text: string }> {
  const response = await fetch(graph.url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      "accept-encoding": encoding,
    },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    text: await beginningOf(response),
  };
}

/** How an answer begins: all of it is read, and megabytes of it are nothing but read. */
async function beginningOf({ body }: Response): Promise<string> {
  const first: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    if (length < BEGINNING) first.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(first).toString().slice(0, BEGINNING);
}

/** Answered whole, or refused for its time or its memory. */
const SOUND = /^\{"data":|"code":"(REQUEST_TIMEOUT|QUERY_TOO_COMPLEX)"/;

describe("the largest operation that is admitted", () => {
  it.each(Object.entries(LARGEST))(
    "of %s is answered or refused, in bounded memory",
    async (name, operationOf) => {
      // Made first: it takes long, and the connection of a request before it could be closed in between.
      const asked = largestAdmitted(operationOf);
      await ask(LIGHT);
      forgetMostResident(graph);
      const idle = residentMb(graph, "VmRSS");
      // A long one is compressed; the longest is not, which would take as long as to make it.
      const { text } = await ask(asked, name === "explanations" ? "gzip" : "identity");
      expect(text).toMatch(SOUND);
      // Long, and of little else: it is sent as it is printed, and is never in the heap as a whole.
      if (name === "catalogues") expect(text).not.toMatch(/"limit":"memory"/);
      expect(residentMb(graph, "VmHWM")).toBeLessThan(idle + MOST_MB);
      expect((await ask(LIGHT)).status).toBe(200);
    },
  );

  it(`leaves the process alive when ${MANY} are asked at once`, async () => {
    // What has no turn in this time is refused as it would be later; the process holds all of it meanwhile.
    await stopGraph(graph);
    graph = await startGraph({ ...SETTINGS, FOOTPRINT_REQUEST_TIMEOUT: "5" });
    const { totals, explanations } = LARGEST as Record<string, (size: number) => Asked>;
    const all = [totals, explanations].map((one) => largestAdmitted(one as (size: number) => Asked));
    const asked = Array.from({ length: MANY }, (_, index) => ask(all[index % all.length] as Asked));
    for (const { status, retryAfter, text } of await Promise.all(asked)) {
      if (/"code":"OVERLOADED"/.test(text))
        expect([status, retryAfter]).toEqual([503, expect.stringMatching(/^\d+$/)]);
      else expect(text).toMatch(SOUND);
    }
    expect((await ask(LIGHT)).status).toBe(200);
    expect(graph.child.exitCode).toBeNull();
  });
});
