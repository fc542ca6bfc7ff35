import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { PATIENT_LIMITS } from "../support/patient-limits";
import { faultsOf } from "./support/closed-list";
import { runs } from "./support/seed";

const QUERY = '{"query":"{ methodology { id } }"}';
const JSON_HEADERS = "Content-Type: application/json";

describe("what is hardly HTTP", () => {
  let graph: LiveGraph;
  /** Waits no longer than a second for a request, which a busy machine may take to send one: it is asked nothing else. */
  let hasty: LiveGraph;
  beforeAll(async () => {
    const limits = { ...PATIENT_LIMITS, bodyBytes: 10_000 };
    graph = await startLiveGraph({}, { limits });
    hasty = await startLiveGraph({}, { limits: { ...limits, headerSeconds: 1, receiveSeconds: 1 } });
  });
  afterAll(() => Promise.all([graph.stop(), hasty.stop()]));

  afterEach(async () => {
    expect((await graph.askText("{ methodology { id } }")).errors).toBeUndefined();
    expect([...graph.faults, ...hasty.faults]).toEqual([]);
  });

  /** All that the server says to these bytes, until it hangs up or is silent for so long [ms]. */
  function said(
    bytes: string | Uint8Array,
    patience: number,
    waitsForAnswer = false,
    { url } = graph,
  ): Promise<string> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve) => {
      let text = "";
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      if (!waitsForAnswer) socket.setTimeout(patience);
      socket.on("timeout", () => socket.destroy());
      socket.on("data", (data) => {
        socket.setTimeout(patience);
        text += data.toString("latin1");
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(text));
    });
  }

  /** As {@link said}, to what must be answered, however long that takes. */
  const answerTo = (bytes: string): Promise<string> => said(bytes, 300, true);

  /** What is wrong with the answers in what was said; where nothing was said, nothing. */
  function faultsIn(text: string): string[] {
    const answers = text.split(/HTTP\/1\.1 \d{3}/).slice(1);
    return answers.flatMap((answer) => {
      const body = answer.slice(answer.indexOf("\r\n\r\n") + 4).trim();
      const json = /\{.*\}/s.exec(body)?.[0];
      return json === undefined ? [] : faultsOf(json);
    });
  }

  const post = (headers: string, body = QUERY): string =>
    `POST /graphql HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`;
  const sized = (length: number | string): string => `${JSON_HEADERS}\r\nContent-Length: ${length}`;

  it.each([
    ["garbage", "\u0000\u0001\u0002 nonsense\r\n\r\n", 400, "BAD_REQUEST"],
    ["TLS", "\u0016\u0003\u0001\u0002\u0000\u0001", 400, "BAD_REQUEST"],
    ["a version there is not", "GET /graphql HTTP/9.9\r\n\r\n", 400, "BAD_REQUEST"],
    ["two lengths", post(`${sized(5)}\r\nContent-Length: 6`), 400, "BAD_REQUEST"],
    ["a length that is none", post(sized("many")), 400, "BAD_REQUEST"],
    ["a negative length", post(sized(-1)), 400, "BAD_REQUEST"],
    ["length and chunks", post(`${sized(5)}\r\nTransfer-Encoding: chunked`), 400, "BAD_REQUEST"],
    [
      "a wrong chunk",
      post(`${JSON_HEADERS}\r\nTransfer-Encoding: chunked`, "zz\r\n{}\r\n"),
      400,
      "BAD_REQUEST",
    ],
    [
      "headers too large",
      post(`${sized(QUERY.length)}\r\nX-Long: ${"x".repeat(40_000)}`),
      431,
      "HEADERS_TOO_LARGE",
    ],
    ["an address too long", `GET /graphql?${"x".repeat(40_000)} HTTP/1.1\r\n\r\n`, 431, "HEADERS_TOO_LARGE"],
    ["a body too large", post(sized(20_000), "x".repeat(20_000)), 413, "PAYLOAD_TOO_LARGE"],
    ["no type", post(`Content-Length: ${QUERY.length}`), 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "another type",
      post(`Content-Type: text/plain\r\nContent-Length: ${QUERY.length}`),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["half a body", post(sized(10), QUERY), 400, "BAD_REQUEST"],
    ["no host", "GET /graphql HTTP/1.1\r\n\r\n", 400, ""],
    ["an address that is none", "GET //[ HTTP/1.1\r\nHost: x\r\n\r\n", 404, "NOT_FOUND"],
    [
      "a search that is broken",
      "GET /graphql?query=%ff%zz&&&= HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n\r\n",
      400,
      "GRAPHQL",
    ],
    ["an expectation", post(`${sized(QUERY.length)}\r\nExpect: the-impossible`), 417, ""],
  ])("%s is refused in kind", async (_, bytes, status, code) => {
    const text = await answerTo(bytes);
    expect(text).toContain(`HTTP/1.1 ${status === 400 && code === "GRAPHQL" ? "200" : status}`);
    expect(text).toContain(code);
    expect(faultsIn(text)).toEqual([]);
  });

  it("HTTP/1.0 is answered, and hung up", async () => {
    const text = await answerTo(`POST /graphql HTTP/1.0\r\n${sized(QUERY.length)}\r\n\r\n${QUERY}`);
    expect(text).toContain('"id":"scaleway-environmental-footprint"');
    expect(text).toMatch(/connection: close/i);
  });

  it("an answer stands, whatever garbage follows its request", async () => {
    const text = await answerTo(`${post(sized(QUERY.length))}\u0000garbage\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 (200|400)/);
    expect(faultsIn(text)).toEqual([]);
  });

  it.each([
    ["headers", "POST /graphql HTTP/1.1\r\nHost: x\r\n"],
    ["a body", post(sized(100), "{")],
  ])("who sends %s and no more is told so, and hung up", async (_, bytes) => {
    const text = await said(bytes, 300, true, hasty);
    expect(text).toContain("HTTP/1.1 408");
    expect(text).toContain("REQUEST_NOT_RECEIVED");
  });

  it("who hangs up halfway is no fault of ours", async () => {
    await said(post(sized(100), "{"), 20);
    await said(post(`${JSON_HEADERS}\r\nTransfer-Encoding: chunked`, "5\r\n{"), 20);
    await setTimeout(50);
    expect(graph.faults).toEqual([]);
  });

  it("bytes at random are refused", async () => {
    const request = Buffer.from(post(sized(QUERY.length)), "latin1");
    const spoilt = fc
      .array(fc.tuple(fc.nat(request.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const bytes = Uint8Array.from(request);
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes;
      });
    const bytes = fc.oneof(spoilt, fc.uint8Array({ maxLength: 200 }));
    const one = fc.asyncProperty(bytes, async (sent) => expect(faultsIn(await said(sent, 40))).toEqual([]));
    await fc.assert(one, runs(120));
  });

  it("bodies at random are refused", async () => {
    const headers = fc.constantFrom(
      "application/json",
      "application/json; charset=utf-16",
      "text/html",
      "",
      ";;;=",
      "a/b/c",
    );
    const one = fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), headers, async (body, type) => {
      const answer = await fetch(graph.url, { method: "POST", headers: { "content-type": type }, body });
      expect(faultsOf(await answer.text())).toEqual([]);
    });
    await fc.assert(one, runs(120));
  });
});
