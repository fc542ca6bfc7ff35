import { Agent, type IncomingMessage, request } from "node:http";
import { inputTypeOf, measured } from "../../support/measured";

const { kind, spec } = measured("reference");
const simple = measured("simple");
const tokens = measured("tokens");

/** What became of one request. */
export type Outcome =
  | { readonly kind: "answered"; readonly body: Record<string, unknown>; readonly connection: string }
  /** No connection was to be had: the request was never accepted. */
  | { readonly kind: "refused"; readonly code: string }
  /** A connection was there, and ended without a whole answer. `sentAt` is when the request was, by the clock of `performance` [ms]. */
  | { readonly kind: "cut"; readonly code: string; readonly sentAt: number };

const ONE = `query One($input: ${inputTypeOf(kind)}!) {
  ${kind}(input: $input) { footprint(during: { hours: 730 }) { total { kgCo2Equivalent } } }
}`;
const PORTFOLIO = `query Portfolio($items: [PortfolioItemInput!]!) {
  portfolio(items: $items, during: { hours: 730 }) {
    footprint { total { kgCo2Equivalent } }
    items { error { code } footprint { total { kgCo2Equivalent } } }
  }
}`;

/** A small and a large request, in turns: what takes long is in flight when the signal comes. */
export function mixedRequest(index: number, lines = 300): object {
  if (index % 3 !== 0) return { query: ONE, variables: { input: spec } };
  const items = Array.from({ length: lines }, (_, line) => ({
    resource: (line % 5 === 0 ? tokens : simple).line(line),
  }));
  return { query: PORTFOLIO, variables: { items } };
}

export function ask(url: string, body: object, agent: Agent): Promise<Outcome> {
  const text = JSON.stringify(body);
  return new Promise((resolve) => {
    let isConnected = false;
    let sentAt = performance.now();
    const sent = request(url, {
      agent,
      method: "POST",
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(text) },
    });
    const fail = ({ code, message }: NodeJS.ErrnoException): void =>
      resolve(
        isConnected
          ? { kind: "cut", code: code ?? message, sentAt }
          : { kind: "refused", code: code ?? message },
      );
    sent.on("finish", () => {
      sentAt = performance.now();
    });
    sent.on("socket", () => {
      // A connection that is new may still be in the queue of the system when the process stops listening: it was
      // never accepted, however far the client believes to have come.
      isConnected = sent.reusedSocket;
    });
    sent.on("error", fail);
    sent.on("response", (response: IncomingMessage) => {
      isConnected = true;
      let answer = "";
      response.on("data", (chunk: Buffer) => {
        answer += chunk.toString();
      });
      response.on("error", fail);
      response.on("end", () =>
        resolve({
          kind: "answered",
          body: JSON.parse(answer) as Record<string, unknown>,
          connection: response.headers.connection ?? "",
        }),
      );
    });
    sent.end(text);
  });
}

export interface Load {
  /** Of all requests so far. */
  readonly outcomes: Outcome[];
  /** Resolves when so many are answered. */
  untilAnswered(count: number): Promise<void>;
  /** Resolves when no client goes on: each stops at the first request that is not answered. */
  readonly ended: Promise<void>;
}

/** Clients that each keep a connection and ask one request after the other until one fails. */
export function startLoad(url: string, clients: number): Load {
  const outcomes: Outcome[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const note = (outcome: Outcome): void => {
    outcomes.push(outcome);
    const answered = outcomes.filter(({ kind }) => kind === "answered").length;
    for (const { count, resolve } of waiting) if (answered >= count) resolve();
  };
  const client = async (number: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let index = number; ; index += 1) {
      const outcome = await ask(url, mixedRequest(index), agent);
      note(outcome);
      if (outcome.kind !== "answered") break;
    }
    agent.destroy();
  };
  const ended = Promise.all(Array.from({ length: clients }, (_, number) => client(number))).then(
    () => undefined,
  );
  return {
    outcomes,
    ended,
    untilAnswered: (count) => new Promise((resolve) => waiting.push({ count, resolve })),
  };
}
