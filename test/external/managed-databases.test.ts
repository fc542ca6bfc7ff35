import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose } from "../../src/compose";
import { checkPlugin, type ProductPlugin } from "../../src/plugin-kit";
import { loadExternalPlugins } from "../../src/process/external-plugins";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { withOutside } from "./support/with-outside";

const external = loadExternalPlugins(["./managed-databases"], __dirname);
const [managedDatabases] = external as [ProductPlugin];

const LARGE = {
  nodeType: "DB-PRO2-XXS",
  zone: "nl-ams-2",
  highAvailability: true,
  readReplicas: 3,
  storageGb: 500,
  backupGb: 1500,
};

describe("the example of a plugin from outside", () => {
  it("passes the kit", async () => {
    expect(await checkPlugin(managedDatabases)).toEqual([]);
  });

  it("is loaded by an absolute path too", () => {
    expect(loadExternalPlugins([join(__dirname, "managed-databases")], "/")).toEqual([managedDatabases]);
  });
});

describe("a graph with the example", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph({ plugins: withOutside(...external) });
  });
  afterAll(() => graph.stop());

  it("answers its query over HTTP", async () => {
    const { managedDatabase } = dataOf(await graph.askText(QUERY, { input: LARGE })) as {
      managedDatabase: Answered;
    };
    const { footprint, ...shown } = managedDatabase;
    expect(shown).toEqual({
      name: "DB-PRO2-XXS",
      product: { name: "Managed Databases for PostgreSQL" },
      locality: { id: "nl-ams-2" },
      nodeType: { name: "PRO2-XXS" },
      nodes: 5,
    });
    const parts = footprint.components.map(({ name, kind, resource }) => [name, kind, resource?.name]);
    expect(parts).toEqual([
      ["Nodes", "NODE", "PRO2-XXS"],
      ["Read replicas", "NODE", "PRO2-XXS"],
      ["Volumes", "STORAGE", "Block Storage 5K"],
      ["Backups", "STORAGE", "Standard (Multi-AZ)"],
      ["Control plane", "CONTROL_PLANE", "POP2-8C-32G"],
    ]);
    const sum = footprint.components.reduce((kg, one) => kg + one.footprint.total.kgCo2Equivalent, 0);
    expect(sum).toBeCloseTo(footprint.total.kgCo2Equivalent, 9);
  });

  it("charges for its nodes what Instances are charged", async () => {
    const answer = dataOf(await graph.askText(COMPARISON, { input: LARGE })) as {
      managedDatabase: Answered;
      instance: { footprint: { total: Total } };
    };
    const [main, replicas] = answer.managedDatabase.footprint.components as [Part, Part];
    const one = answer.instance.footprint.total.kgCo2Equivalent;
    expect(main.footprint.total.kgCo2Equivalent).toBeCloseTo(2 * one, 9);
    expect(replicas.footprint.total.kgCo2Equivalent).toBeCloseTo(3 * one, 9);
  });

  it.each([
    [{ nodeType: "DB-PRO2XXS" }, "UNKNOWN_NODE_TYPE", "input.nodeType"],
    [{ zone: "fr-par-9" }, "UNKNOWN_ZONE", "input.zone"],
    [{ readReplicas: 4 }, "BAD_USER_INPUT", "input.readReplicas"],
    [{ storageGb: -1 }, "BAD_USER_INPUT", "input.storageGb"],
    [{ storageGb: 1 }, "BAD_USER_INPUT", "input.storageGb"],
    [{ backupGb: 1e9 }, "BAD_USER_INPUT", "input.backupGb"],
    [{ nodeType: "DB-DEV-S", zone: "fr-par-3" }, "NOT_AVAILABLE_IN_LOCALITY", "input.zone"],
  ])("says of %j what is wrong, and where", async (change, code, field) => {
    const { errors } = await graph.askText(QUERY, { input: { ...LARGE, ...change } });
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([[code, field]]);
  });

  it("lists its node types", async () => {
    const query = "{ managedDatabaseNodeTypes { name instanceType } }";
    const { managedDatabaseNodeTypes } = dataOf(await graph.askText(query));
    expect(managedDatabaseNodeTypes).toContainEqual({ name: "DB-DEV-S", instanceType: "DEV1-S" });
  });
});

describe("FOOTPRINT_PLUGINS", () => {
  it("names the path that cannot be loaded", () => {
    expect(() => loadExternalPlugins(["./nowhere"], __dirname)).toThrow(
      /^FOOTPRINT_PLUGINS: "\.\/nowhere" cannot be loaded: /,
    );
  });

  it("names the package that is not installed", () => {
    expect(() => loadExternalPlugins(["footprint-nowhere"], __dirname)).toThrow(
      /^FOOTPRINT_PLUGINS: "footprint-nowhere" cannot be loaded: /,
    );
  });

  it("says what a module without a plugin lacks", () => {
    expect(() => loadExternalPlugins(["./support/small-plugin"], __dirname)).toThrow(
      'FOOTPRINT_PLUGINS: "./support/small-plugin" exports no plugin: one has kind, contract, product, setUp (see defineProduct)',
    );
  });

  it("names what a module hands on under a name that nothing has, also beside a plugin", () => {
    const folder = mkdtempSync(join(tmpdir(), "plugins-"));
    const plugin = '{ kind: "thing", contract: "1.0", product: {}, setUp() {} }';
    writeFileSync(join(folder, "index.js"), `exports.one = ${plugin}; exports.other = exports.othr;`);
    expect(() => loadExternalPlugins([folder], "/")).toThrow(
      `"${folder}" exports "other", which is undefined`,
    );
    rmSync(folder, { recursive: true });
  });
});

describe("the version of the contract", () => {
  const folder = mkdtempSync(join(tmpdir(), "plugin-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function moduleOf(contract: string): string {
    const file = join(folder, `${contract.replace(/\W/g, "_")}.js`);
    writeFileSync(file, `exports.one = { kind: "thing", product: {}, ${contract} setUp() {} };`);
    return file;
  }

  it.each([
    ["", "does not say which version"],
    ["contract: 1,", "does not say which version"],
    ['contract: "newest",', "does not say which version"],
    [
      'contract: "0.9",',
      "written for version 0.9 of the contract of plugins, and this graph has 1.0: take a newer version of the plugin",
    ],
    [
      'contract: "1.1",',
      "written for version 1.1 of the contract of plugins, and this graph has 1.0: take a newer graph",
    ],
    [
      'contract: "2.0",',
      "written for version 2.0 of the contract of plugins, and this graph has 1.0: take a newer graph",
    ],
  ])("of a plugin with %j is refused", (contract, reason) => {
    const load = (): unknown => loadExternalPlugins([moduleOf(contract)], __dirname);
    expect(load).toThrow(/^FOOTPRINT_PLUGINS: ".*": the product "thing" /);
    expect(load).toThrow(reason);
  });

  it("that fits is loaded", () => {
    expect(loadExternalPlugins([moduleOf('contract: "1.0",')], __dirname)).toMatchObject([{ kind: "thing" }]);
  });

  it("is asked of every plugin that is composed", () => {
    expect(() => compose({ plugins: [{ ...managedDatabases, contract: "2.0" }] })).toThrow(
      "take a newer graph",
    );
  });
});

interface Total {
  readonly kgCo2Equivalent: number;
}
interface Part {
  readonly name: string;
  readonly kind: string;
  readonly resource: { readonly name: string } | null;
  readonly footprint: { readonly total: Total };
}
interface Answered {
  readonly footprint: { readonly total: Total; readonly components: readonly Part[] };
}

const QUERY = `query ($input: ManagedDatabaseInput!) {
  managedDatabase(input: $input) {
    name product { name } locality { id: name } nodeType { name } nodes
    footprint { total { kgCo2Equivalent } components {
      name kind resource { name } footprint { total { kgCo2Equivalent } }
    } }
  }
}`;
const COMPARISON = `query ($input: ManagedDatabaseInput!) {
  managedDatabase(input: $input) {
    footprint { total { kgCo2Equivalent } components {
      name kind resource { name } footprint { total { kgCo2Equivalent } }
    } }
  }
  instance(input: { type: "PRO2-XXS", zone: "nl-ams-2" }) { footprint { total { kgCo2Equivalent } } }
}`;
