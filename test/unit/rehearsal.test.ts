import "reflect-metadata";
import { compose } from "../../src/compose";
import { rehearse } from "../../src/process/rehearsal";
import { startGraphql } from "../../src/server/graphql-server";
import { jsonLogger } from "../../src/server/logger";
import { JsonBody } from "../../src/server/request/json-body";
import { JSON_TYPE } from "../../src/server/request/media-type";

type Item = { readonly error: unknown };

describe("a rehearsal", () => {
  const composition = compose();
  const session = composition.sessionAt(new Date());
  const resources = composition.plugins.flatMap(({ kind, samples }) => {
    const { fields } = session.product(kind);
    return Object.values(samples?.().valid ?? {}).map((spec) => ({ kind, spec, fields }));
  });
  afterAll(() => composition.benchmarks.close());

  it("asks for lines of every product, all of which are answered", async () => {
    const graphql = await startGraphql(
      composition,
      jsonLogger(() => {}),
    );
    const asked = { requestId: "test", isOfKnownPage: false };
    const client = { name: null, headers: {}, countedAs: "test" };
    const request = { method: "POST", url: "/graphql", headers: { "content-type": JSON_TYPE }, socket: {} };
    const kinds = new Set<string>();
    const errors: unknown[] = [];
    const ask = async (text: string): Promise<void> => {
      const { variables } = JSON.parse(text) as { variables: { items: readonly { resource: object }[] } };
      for (const { resource } of variables.items) for (const kind of Object.keys(resource)) kinds.add(kind);
      const { body } = await graphql.handle(request as never, JSON_TYPE, new JsonBody(text), {
        ...asked,
        client,
      });
      const pieces = typeof body === "string" ? body : Buffer.concat(body).toString();
      const { data } = JSON.parse(pieces) as { data: { portfolio: { items: readonly Item[] } } };
      errors.push(...data.portfolio.items.flatMap(({ error }) => error ?? []));
    };
    let requests = 0;
    // Some of them: all are eight thousand lines.
    await rehearse(ask, resources, () => requests++ < 8);
    await graphql.stop();
    expect(errors).toEqual([]);
    expect([...kinds].sort()).toEqual(composition.plugins.map(({ kind }) => kind).sort());
  });

  it("ends when somebody asks", async () => {
    let asked = 0;
    await rehearse(
      async () => {
        asked += 1;
      },
      resources,
      () => asked < 2,
    );
    expect(asked).toBe(2);
  });
});
