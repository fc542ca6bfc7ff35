import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { graphWithoutFaults } from "../support/graph-without-faults";
import { dataOf } from "../support/live-graph";
import { askFor } from "./support/ask-names";

const graph = graphWithoutFaults();

const ask = (query: string, input: string, fields = "") => askFor(graph(), query, input, fields);

describe("every name of the catalogue", () => {
  const WAYS: Record<string, (name: string) => string> = {
    "in small letters with _": (name) => name.toLowerCase().replaceAll("-", "_"),
    "in capitals with -": (name) => name.toUpperCase().replaceAll("_", "-"),
  };
  const PRODUCTS: [string, string, (one: { name: string; zones?: string[] }) => string][] = [
    [
      "instanceTypes { name zones }",
      "instance",
      ({ name, zones }) => `type: "${name}", zone: "${zones?.[0] ?? "fr-par-1"}"`,
    ],
    ["loadBalancerTypes { name }", "loadBalancer", ({ name }) => `type: "${name}", zone: "fr-par-1"`],
    [
      "blockStorageClasses { name }",
      "blockVolume",
      ({ name }) => `storageClass: "${name}", sizeGb: 10, zone: "fr-par-1"`,
    ],
    [
      "objectStorageClasses { name }",
      "objectBucket",
      ({ name }) => `storageClass: "${name}", storedGb: 10, region: "fr-par"`,
    ],
    [
      "kubernetesControlPlanes { name }",
      "kubernetesCluster",
      ({ name }) => `controlPlane: "${name}", region: "fr-par"`,
    ],
    [
      "dedicatedNodeTypes { name }",
      "dedicatedDeployment",
      ({ name }) => `nodeType: "${name}", region: "fr-par"`,
    ],
    [
      "dedicatedNodeTypes { name: instanceType }",
      "dedicatedDeployment",
      ({ name }) => `nodeType: "${name}", region: "fr-par"`,
    ],
    [
      "languageModels { name: id }",
      "dedicatedDeployment",
      ({ name }) => `nodeType: "H100", region: "fr-par", model: "${name}"`,
    ],
  ];

  it.each(Object.keys(WAYS).flatMap((way) => PRODUCTS.map(([list, query]) => [way, list, query])))(
    "%s: %s of %s",
    async (way, list, query) => {
      const product = PRODUCTS.find(([one, of]) => one === list && of === query);
      const inputOf = product?.[2] ?? (() => "");
      const { all } = dataOf(await graph().askText(`{ all: ${list} }`)) as { all: { name: string }[] };
      const ask = async (spell: (name: string) => string) => {
        const items = all.map(
          (one) => `{ resource: { ${query}: { ${inputOf({ ...one, name: spell(one.name) })} } } }`,
        );
        const { portfolio } = dataOf(
          await graph().askText(
            `{ portfolio(items: [${items.join()}]) { items { resource { name } footprint { total { kgCo2Equivalent } } error { code } } } }`,
          ),
        ) as { portfolio: { items: object[] } };
        return portfolio.items;
      };
      expect(await ask(WAYS[way as keyof typeof WAYS] as (name: string) => string)).toEqual(
        await ask((name) => name),
      );
    },
  );
});

describe("every quantisation", () => {
  const rows = (file: string) =>
    (parse(readFileSync(file, "utf8"), { columns: true }) as Record<string, string>[]).filter(
      ({ quantization }) => quantization !== "" && quantization !== "16 bit",
    );

  it("that a model is offered in as a Dedicated Deployment is taken on its nodes, without a remark", async () => {
    for (const { model, quantization, node_types } of rows(
      "plugins/dedicated-deployment/data/dedicated-models.csv",
    )) {
      const [nodeType] = (node_types ?? "").split(";");
      const { footprint } = await ask(
        "dedicatedDeployment",
        `nodeType: "${nodeType}", region: "fr-par", model: "${model}:${quantization}"`,
      );
      expect([model, footprint.notes.filter((note) => note.includes("does not offer"))]).toEqual([model, []]);
    }
  });

  it("that a model is served in on Serverless says the same as leaving it out", async () => {
    const total = async (model: string) => {
      const { data, errors } = await graph().askText(
        `{ one: serverlessUsage(input: { model: "${model}", region: "fr-par", inputTokens: 1e6 }) { footprint { total { kgCo2Equivalent } } } }`,
      );
      return { data, code: errors?.[0]?.extensions.code };
    };
    for (const { id, quantization } of rows("src/core/factors/data/language-models.csv")) {
      expect([id, await total(`${id}:${quantization}`)]).toEqual([id, await total(`${id}`)]);
    }
  });
});

describe("a suggestion crosses no border between products", () => {
  const NAMES: Record<string, string> = {
    instance: "instanceTypes { name }",
    blockVolume: "blockStorageClasses { name }",
    objectBucket: "objectStorageClasses { name }",
    loadBalancer: "loadBalancerTypes { name }",
    kubernetesCluster: "kubernetesControlPlanes { name }",
    dedicatedDeployment: "dedicatedNodeTypes { name }",
    serverlessUsage: "languageModels { name: id }",
  };
  const INPUTS: Record<string, (name: string) => string> = {
    instance: (name) => `type: "${name}", zone: "fr-par-1"`,
    blockVolume: (name) => `storageClass: "${name}", sizeGb: 10, zone: "fr-par-1"`,
    objectBucket: (name) => `storageClass: "${name}", storedGb: 10, region: "fr-par"`,
    loadBalancer: (name) => `type: "${name}", zone: "fr-par-1"`,
    kubernetesCluster: (name) => `controlPlane: "${name}", region: "fr-par"`,
    dedicatedDeployment: (name) => `nodeType: "${name}", region: "fr-par"`,
    serverlessUsage: (name) => `model: "${name}", region: "fr-par", inputTokens: 1`,
  };
  const namesOf = async (query: string): Promise<string[]> => {
    const data = dataOf(await graph().askText(`{ all: ${NAMES[query]} }`)) as { all: { name: string }[] };
    return data.all.map(({ name }) => name);
  };

  it.each(Object.keys(NAMES))(
    "of %s: names of all other products lead to its own names or to none",
    async (own) => {
      const names = await namesOf(own);
      const foreign = (
        await Promise.all(
          Object.keys(NAMES)
            .filter((query) => query !== own)
            .map(namesOf),
        )
      ).flat();
      const items = foreign.map((name) => `{ resource: { ${own}: { ${INPUTS[own]?.(name)} } } }`);
      const { portfolio } = dataOf(
        await graph().askText(`{ portfolio(items: [${items.join()}]) { items { error { suggestions } } } }`),
      ) as { portfolio: { items: { error: { suggestions: string[] } | null }[] } };
      const suggestions = portfolio.items.flatMap(({ error }) => error?.suggestions ?? []);
      expect(portfolio.items.filter(({ error }) => error !== null).length).toBeGreaterThan(50);
      expect(suggestions.filter((name) => !names.includes(name))).toEqual([]);
    },
  );
});
