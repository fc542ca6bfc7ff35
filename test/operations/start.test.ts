import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runGraph, startGraph, stopGraph } from "./support/graph-process";

const folder = mkdtempSync(join(tmpdir(), "footprint-start-"));
const taken = createServer();
let port: string;

beforeAll(async () => {
  taken.listen(0, "127.0.0.1");
  await once(taken, "listening");
  port = String((taken.address() as { port: number }).port);
  mkdirSync(join(folder, "core"));
  const header = "id,name,value,low,high,unit,confidence,valid_from,valid_to,source,url,recorded,note";
  const rows = [
    "pue.fr-par-1,PUE,much,1,2,-,ASSUMED,,,us,,2026-01-01,",
    "pue.fr-par-2,PUE,1.2,1,2,-,MAYBE,,,us,,2026-01-01,",
  ];
  writeFileSync(join(folder, "core", "effectiveness.csv"), [header, ...rows, ""].join("\n"));
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true });
});

/** The path of a module of this text, and of its path: of equal texts, compiled code is kept with the path of the first. */
function moduleOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, `${text}\n// ${file}\n`);
  return file;
}

const PASSWORD = "a-secret%40word";

it.each<[string, () => Record<string, string>, RegExp]>([
  [
    "bad rows in the operator's data",
    () => ({ FOOTPRINT_DATA: folder }),
    /^The data cannot be used:\n( {2}.*effectiveness\.csv, row [23], column .*\n)+$/,
  ],
  [
    "a setting that is misspelt",
    () => ({ FOOTPRINT_AUHT: "keys" }),
    /^FOOTPRINT_AUHT is no setting\. Did you mean FOOTPRINT_AUTH\?\n$/,
  ],
  [
    "a database that nobody serves",
    () => ({ DATABASE_URL: `postgres://user:${PASSWORD}@127.0.0.1:1/none` }),
    /^DATABASE_URL: PostgreSQL cannot be reached: .*ECONNREFUSED.*\n$/,
  ],
  [
    "a database that is none",
    () => ({ DATABASE_URL: `mysql://user:${PASSWORD}@127.0.0.1/none` }),
    /^DATABASE_URL must be an address .*\n$/,
  ],
  [
    "a database whose host does not exist",
    () => ({ DATABASE_URL: `postgres://user:${PASSWORD}@nowhere.invalid/none` }),
    /^DATABASE_URL: PostgreSQL cannot be reached: .*\n$/,
  ],
  [
    "a port in use",
    () => ({ PORT: port }),
    /^Nothing can be served at 127\.0\.0\.1:\d+: another process listens there\n$/,
  ],
  [
    "a port for metrics in use",
    () => ({ FOOTPRINT_METRICS_PORT: port }),
    /^Nothing can be served at 127\.0\.0\.1:\d+: another process listens there\n$/,
  ],
  [
    "a plugin that does not exist",
    () => ({ FOOTPRINT_PLUGINS: "no-such-plugin" }),
    /^FOOTPRINT_PLUGINS: "no-such-plugin" cannot be loaded: .*\n$/,
  ],
  [
    "a plugin whose code fails",
    () => ({ FOOTPRINT_PLUGINS: moduleOf("fails.js", "\nexports.one = {}.missing.member;") }),
    /^FOOTPRINT_PLUGINS: ".*" cannot be loaded: Cannot read properties .*'member'\) \(at .*fails\.js:2:\d+\)\n$/,
  ],
  [
    "a plugin that is no JavaScript",
    () => ({ FOOTPRINT_PLUGINS: moduleOf("misspelt.js", "\nexports.one = ;") }),
    /^FOOTPRINT_PLUGINS: ".*" cannot be loaded: Unexpected token ';' \(at .*misspelt\.js:2\)\n$/,
  ],
  [
    "a plugin that needs what is not installed",
    () => ({ FOOTPRINT_PLUGINS: moduleOf("needs.js", 'require("no-such-package");') }),
    /^FOOTPRINT_PLUGINS: ".*" cannot be loaded: Cannot find module 'no-such-package'\n$/,
  ],
  [
    "a level that does not exist",
    () => ({ FOOTPRINT_LOG_LEVEL: "loud" }),
    /^FOOTPRINT_LOG_LEVEL must be one of debug, info, warn, error, got "loud"\n$/,
  ],
  [
    "a wait that is no number",
    () => ({ FOOTPRINT_DRAIN_TIMEOUT: "30s" }),
    /^FOOTPRINT_DRAIN_TIMEOUT must be a number of seconds .*\n$/,
  ],
])("does not start with %s, and says why in one report", async (_, environment, report) => {
  const { code, stdout, stderr } = await runGraph(environment());
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(report);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain(PASSWORD);
  expect(stderr).not.toContain(decodeURIComponent(PASSWORD));
});

it("loads what opens an embedded store before it listens, as everybody would wait for it, and opens none", async () => {
  const store = join(folder, "unopened.duckdb");
  const graph = await startGraph({ FOOTPRINT_STORE: store });
  const loaded = readFileSync(`/proc/${graph.child.pid}/maps`, "utf8");
  expect((await stopGraph(graph)).code).toBe(0);
  expect(loaded).toMatch(/duckdb.*\.node$/m);
  expect(existsSync(store)).toBe(false);
});
