import { compose } from "../../src/compose";
import { startGraphql } from "../../src/server/graphql-server";
import { type RunningServer, serve } from "../../src/server/http";
import { jsonLogger } from "../../src/server/logger";
import { RequestCache } from "../../src/server/request-cache";

/** More often than an operation is asked before it is compiled and its requests are remembered. */
const OFTEN = 8;

describe("requests that were asked before", () => {
  const found = (text: string) => ({ text });
  const lasting = (one: { readonly text: string }) => one;

  it("are not read again from the third time on", () => {
    const asked = new RequestCache<{ readonly text: string }>();
    asked.of("a", () => found("first"), lasting);
    const second = asked.of("a", () => found("second"), lasting);
    expect(second).toEqual({ text: "second" });
    expect(asked.of("a", () => found("third"), lasting)).toBe(second);
    expect(asked.of("b", () => found("b"), lasting)).toEqual({ text: "b" });
  });

  it("are remembered as they last", () => {
    const asked = new RequestCache<{ readonly text: string }>();
    const forLong = ({ text }: { readonly text: string }) => ({ text: `${text}, for long` });
    const answers = [1, 2, 3].map(() => asked.of("a", () => found("a"), forLong)?.text);
    expect(answers).toEqual(["a", "a, for long", "a, for long"]);
  });

  it("are read again where nothing was found, and where they are long", () => {
    const asked = new RequestCache<{ readonly text: string }>();
    for (const text of ["a", "x".repeat(10_000)]) {
      expect(asked.of(text, () => null, lasting)).toBeNull();
      if (text === "a") continue;
      for (const one of ["1", "2", "3"]) expect(asked.of(text, () => found(one), lasting)?.text).toBe(one);
    }
    expect(asked.of("a", () => found("a"), lasting)).toEqual({ text: "a" });
  });

  it("are forgotten when many others are asked for often, and not for others that are asked for once", () => {
    const asked = new RequestCache<{ readonly text: string }>();
    const ask = (text: string, one = text) => asked.of(text, () => found(one), lasting)?.text;
    for (let time = 0; time < 2; time++) ask("a");
    for (let other = 0; other < 1_000; other++) ask(`once ${other}`);
    expect(ask("a", "anew")).toBe("a");
    for (let other = 0; other < 500; other++) for (let time = 0; time < 2; time++) ask(`often ${other}`);
    expect(ask("a", "anew")).toBe("anew");
  });
});

describe("a request that is asked over and over", () => {
  const query = `query Again($input: InstanceInput!, $during: PeriodInput) {
    instance(input: $input) { name footprint(during: $during) { total { kgCo2Equivalent } notes components { name } } }
  }`;
  let graph: RunningServer;
  let now = new Date();
  beforeAll(async () => {
    const composition = compose();
    const log = jsonLogger(() => undefined);
    const sessionAt: typeof composition.sessionAt = (_, deadline) => composition.sessionAt(now, deadline);
    const handler = await startGraphql({ ...composition, sessionAt }, log);
    graph = await serve(handler, { host: "127.0.0.1", port: 0 }, log);
  });
  afterAll(() => graph.stop());

  const answer = async (variables: object, blanks = 0): Promise<string> => {
    const response = await fetch(graph.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }) + " ".repeat(blanks),
    });
    return response.text();
  };
  it("is answered with the factors of the day on which it is asked", async () => {
    const variables = { input: { type: "PRO2-S", zone: "fr-par-2" } };
    now = new Date("2025-06-15T12:00:00Z");
    for (let time = 0; time < OFTEN; time++) await answer(variables);
    const before = await answer(variables);
    now = new Date("2026-06-15T12:00:00Z");
    const after = await answer(variables);
    expect(after).not.toBe(before);
    expect(after).toBe(await answer(variables, 1));
    now = new Date("2025-06-15T12:00:00Z");
    expect(await answer(variables)).toBe(before);
  });

  it.each([
    ["a specification that is not sound", { input: { type: "PRO2-S", zone: "fr-par-9" } }],
    ["a variable of the wrong type", { input: { type: "PRO2-S", zone: 4 } }],
    ["a period that makes no sense", { input: { type: "PRO2-S", zone: "fr-par-2" }, during: { hours: -1 } }],
  ])("tells the same mistake each time: %s", async (_, variables) => {
    const withoutId = (text: string) => text.replace(/"requestId":"[^"]+"/g, "");
    const first = withoutId(await answer(variables));
    expect(first).toContain('"errors"');
    for (let time = 0; time < OFTEN; time++) expect(withoutId(await answer(variables))).toBe(first);
  });
});
