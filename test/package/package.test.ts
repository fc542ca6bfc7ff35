import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { buildSchema, parse } from "graphql";
import { parse as parseYaml } from "yaml";
import { relayRequest } from "../clients/support/relay-ast";
import { VARIABLES } from "../support/operations";
import { served as isServed, type Served } from "../support/serving-process";
import { type Installed, installPacked, manifest, ROOT, withoutRegistry } from "./support/installed";
import { serve, serving } from "./support/served";

const EXAMPLES = join(ROOT, "docs/clients");

let installed: Installed;
beforeAll(() => {
  installed = installPacked();
});
afterAll(() => installed.remove());

const MOST_FILES = 1_200;
const MOST_BYTES = 4_500_000;

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: installed.folder, encoding: "utf8" });
}

const program = (name: string, text: string): string => {
  writeFileSync(join(installed.folder, name), text);
  return name;
};

describe("what is packed", () => {
  const paths = (): string[] => installed.packed.files.map(({ path }) => path);

  it("is what a user needs, and no more", () => {
    const needless =
      /\.(map|test\.js|tsx)$|\.inputs\.json|^(test|bench|docs|src|plugins|page)\/|dist\/src\/tools\//;
    expect(paths().filter((path) => needless.test(path))).toEqual([]);
    const derivation = paths().filter((path) => /calibration/.test(path));
    expect(derivation.map((path) => path.slice(path.lastIndexOf("/") + 1)).sort()).toEqual([
      "evidence.js",
      "recorded-estimates.csv",
    ]);
    expect(paths()).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "package.json", "schema/schema.graphql"]),
    );
    expect(paths().length).toBeLessThan(MOST_FILES);
    expect(installed.packed.size).toBeLessThan(MOST_BYTES);
  });

  it("has every module that another of it loads, and packages that it says it needs", () => {
    const { dependencies } = manifest();
    const modules = paths().filter((path) => /^dist\/(src|plugins|schema)\/.*\.js$/.test(path));
    expect(modules.length).toBeGreaterThan(400);
    const missing = modules.flatMap((path) => {
      const file = join(installed.home, path);
      const names = [...readFileSync(file, "utf8").matchAll(/\brequire\("([^"]+)"\)/g)].map(
        ([, name = ""]) => name,
      );
      return names.filter((name) => !isThere(name, file, dependencies)).map((name) => `${path}: ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

function isThere(name: string, file: string, dependencies: Readonly<Record<string, string>>): boolean {
  // Its own name stands in examples.
  if (isBuiltin(name) || name === "footprint-graph") return true;
  if (name.startsWith(".")) {
    const target = join(dirname(file), name);
    return [target, `${target}.js`, join(target, "index.js")].some(existsSync);
  }
  const [scope = "", rest] = name.split("/");
  return (scope.startsWith("@") ? `${scope}/${rest}` : scope) in dependencies;
}

describe("the package, installed in an empty folder", () => {
  it("estimates from the shell", () => {
    const bin = createRequire(join(installed.home, "package.json"))("./package.json") as {
      bin: { footprint: string };
    };
    const command = join(installed.home, bin.bin.footprint);
    const asked = ["estimate", "instance", "PRO2-S", "--zone", "fr-par-2", "--hours", "730"];
    expect(node(command, ...asked)).toMatch(/2\.9\d* kg CO2e/);
  });

  it("estimates in a program, loaded in either way", () => {
    const request = '{ product: "instance", type: "PRO2-S", zone: "fr-par-2", hours: 730 }';
    const say = "(answer) => console.log(answer.total.kgCo2Equivalent.expected)";
    const required = program("a.cjs", `require("footprint-graph").estimate(${request}).then(${say});`);
    const imported = program(
      "a.mjs",
      `import { estimate } from "footprint-graph"; estimate(${request}).then(${say});`,
    );
    expect(Number(node(required))).toBeCloseTo(2.9353, 4);
    expect(node(imported)).toBe(node(required));
  });

  it("reads a Terraform plan in a program", () => {
    writeFileSync(
      join(installed.folder, "plan.json"),
      readFileSync(join(ROOT, "test/terraform/fixtures/keys.plan.json")),
    );
    const say = "({ counts, change }) => console.log(counts.estimated, change.kgCo2Equivalent.unit)";
    const asked = `require("footprint-graph").terraform(require("node:fs").readFileSync("plan.json")).then(${say});`;
    expect(node(program("t.cjs", asked))).toBe("4 kgCO2e\n");
  });

  it("tells clients the schema and its operations, loaded in either way", () => {
    const names = ["schema", "InstanceTotalDocument", "possibleTypes", "typePolicies", "keys", "getDataID"];
    const say = `console.log(${names.map((name) => `typeof ${name}`).join(", ")})`;
    const from = `{ ${names.join(", ")} }`;
    const required = program("c.cjs", `const ${from} = require("footprint-graph/client"); ${say}`);
    const imported = program("c.mjs", `import ${from} from "footprint-graph/client"; ${say}`);
    expect(node(imported)).toBe("string object object object object function\n");
    expect(node(required)).toBe(node(imported));
    const sdl = readFileSync(join(ROOT, "schema/schema.graphql"), "utf8");
    expect(node("-p", 'require("footprint-graph/client").schema')).toBe(`${sdl}\n`);
    const loaded = node("-p", 'require("footprint-graph/client"), Object.keys(require.cache).length');
    expect(Number(loaded)).toBeLessThanOrEqual(2);
  });

  it("has types that say what there is", () => {
    const right = program(
      "right.mts",
      `import { estimate, type FootprintsOptions, terraform, type TerraformAnswer } from "footprint-graph";
      import { InstanceTotalDocument, schema, type InstanceTotalQuery } from "footprint-graph/client";
      import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
      const options: FootprintsOptions = {};
      const total: Promise<number> = estimate({ product: "instance", type: "PRO2-S", zone: "fr-par-1" }).then(
        ({ total }) => total.kgCo2Equivalent.expected as number,
      );
      type DataOf<D> = D extends TypedDocumentNode<infer Data, never> ? Data : never;
      const plan: Promise<TerraformAnswer> = terraform("{}", { baseline: null, asOf: "2026-10-01" });
      const change: Promise<number | undefined> = plan.then((answer) => answer.change?.kgCo2Equivalent?.expected);
      const text: string = schema;
      const name: InstanceTotalQuery | DataOf<typeof InstanceTotalDocument> | undefined = undefined;
      export const all = [options, total, change, text, name];`,
    );
    const plugin = program(
      "plugin.mts",
      'import { defineProduct, offer } from "footprint-graph/plugin-kit"; export const all = [defineProduct, offer];',
    );
    const wrong = program(
      "wrong.mts",
      'import { estimate } from "footprint-graph"; estimate({ product: 1 });',
    );
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const options = [
      "--noEmit",
      "--skipDefaultLibCheck",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--target",
      "es2022",
      "--types",
      "",
    ];
    const node16 = ["--module", "node16", "--moduleResolution", "node16"];
    const bundler = ["--module", "esnext", "--moduleResolution", "bundler"];
    const asCommonJs = program("right.cts", readFileSync(join(installed.folder, right), "utf8"));
    const bundled = program("bundled.ts", readFileSync(join(installed.folder, right), "utf8"));
    const errorsOf = (...files: string[]): string[] => {
      const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...files], {
        cwd: installed.folder,
        encoding: "utf8",
      });
      return stdout.split("\n").filter((line) => /^\S/.test(line));
    };
    // Together: most of a run is to read the types of the language.
    expect(errorsOf(...node16, right, plugin, asCommonJs, wrong)).toEqual([
      expect.stringMatching(/^wrong\.mts\(1,\d+\): error TS/),
    ]);
    expect(errorsOf(...bundler, bundled)).toEqual([]);
  });

  it("brings a bundler what is imported, and nothing of the server", () => {
    program(
      "page.mjs",
      'import { InstanceTotalDocument } from "footprint-graph/client"; globalThis.asked = InstanceTotalDocument;',
    );
    const bundling = program(
      "bundle.mjs",
      `import { build } from ${JSON.stringify(join(ROOT, "node_modules/vite/dist/node/index.js"))};
      const { output } = await build({ configFile: false, logLevel: "silent", build: { write: false, rolldownOptions: { input: "page.mjs" } } });
      console.log(output[0].code.length, output[0].moduleIds.length);`,
    );
    const [length, modules] = node(bundling).split(" ").map(Number);
    expect(length).toBeGreaterThan(500);
    expect(length).toBeLessThan(20_000);
    expect(modules).toBeLessThanOrEqual(4);
  });
});

describe("the workflow that rehearses a publication", () => {
  it("has a figure from what it packs, as a stranger installs it", () => {
    const { jobs } = parseYaml(readFileSync(join(ROOT, ".github/workflows/publish.yml"), "utf8")) as {
      jobs: { rehearse: { steps: { name?: string; run?: string }[] } };
    };
    const step = jobs.rehearse.steps.find(({ name }) => name === "a stranger installs it, and has a figure");
    const programs = withoutRegistry(installed);
    const env = {
      ...process.env,
      FOOTPRINT_STORE: ":memory:",
      // Its own temporary folder, which is removed with the others.
      TMPDIR: installed.folder,
      PATH: `${programs}${delimiter}${process.env.PATH}`,
    };
    const script = ["-e", "-c", step?.run as string];
    const said = execFileSync("bash", script, { cwd: installed.folder, env, encoding: "utf8" });
    expect(said).toMatch(/2\.9\d* kg CO2e/);
  });
});

describe("what the package serves", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(installed);
  });
  afterAll(() => served.stop());

  it("is the graph, the page and GraphiQL", async () => {
    const html = { headers: { accept: "text/html" } };
    const page = await (await fetch(`${served.origin}/`, html)).text();
    const explorer = await (await fetch(`${served.origin}/graphql`, html)).text();
    const script = /src="\.\/(assets\/[^"]+)"/.exec(explorer)?.[1];
    expect([page, explorer].map((text) => text.includes("<title>Footprint Graph"))).toEqual([true, true]);
    expect((await fetch(`${served.origin}/${script}`)).status).toBe(200);
  });

  it("says when another process has its port, and ends with 1", async () => {
    const second = serving(installed, new URL(served.origin).port);
    const [said, [code]] = await Promise.all([text(second.stderr), once(second, "exit")]);
    expect(said).toMatch(/^Nothing can be served at 127\.0\.0\.1:\d+: another process listens there\n$/);
    expect(code).toBe(1);
  });

  it("ends when it is interrupted in a terminal, which interrupts all of its processes once", async () => {
    const child = serving(installed, "0");
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += chunk;
    });
    await isServed(child);
    process.kill(-(child.pid as number), "SIGINT");
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    expect(printed).toMatch(/"message":"stopped"}\n$/);
  });

  it.each(["fetch", "apollo", "urql"])("answers the example for %s", (client) => {
    expect(example(join(EXAMPLES, `${client}.mjs`))).toBe("2.935 kg CO2e\n");
  });

  it("answers the example for React", () => {
    const text = `import { prerenderToNodeStream } from ${module("react-dom/static.node.js")};
      import { createElement } from ${module("react/index.js")};
      import { App } from ${JSON.stringify(join(EXAMPLES, "react.mjs"))};
      const { prelude } = await prerenderToNodeStream(createElement(App));
      let text = "";
      for await (const chunk of prelude) text += chunk;
      process.stdout.write(text, () => process.exit());`;
    expect(example(program("react.mjs", text))).toContain("<p>2.935 kg CO2e a month</p>");
  });

  it("answers the example for Relay", () => {
    const schema = buildSchema(readFileSync(join(ROOT, "schema/schema.graphql"), "utf8"));
    const query = readFileSync(join(ROOT, "schema/operations/instance-total.graphql"), "utf8");
    // What Relay's compiler makes of an operation.
    program("compiled.json", JSON.stringify(relayRequest(schema, parse(query))));
    const text = `import { readFileSync } from "node:fs";
      import relay from ${module("relay-runtime/index.js")};
      import { environment } from ${JSON.stringify(join(EXAMPLES, "relay.mjs"))};
      const operation = JSON.parse(readFileSync("compiled.json", "utf8"));
      const variables = ${JSON.stringify(VARIABLES.InstanceTotal)};
      const data = await relay.fetchQuery(environment, operation, variables).toPromise();
      console.log(data.instance.footprint.total.kgCo2Equivalent.toFixed(3));`;
    expect(example(program("relay.mjs", text))).toBe("2.935\n");
  });

  const module = (path: string): string => JSON.stringify(join(ROOT, "node_modules", path));
  const example = (file: string): string =>
    execFileSync(process.execPath, [file], {
      cwd: installed.folder,
      env: { ...process.env, GRAPH: `${served.origin}/graphql` },
      encoding: "utf8",
    });
});
