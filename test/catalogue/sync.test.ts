import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSnapshot, sync } from "../../src/tools/product-catalogue";
import { type CatalogueServer, json, type Mishap, startCatalogue, status } from "./server";
import { stillClock } from "./still-clock";
import { instanceOnWire } from "./wire";

let server: CatalogueServer;
let folder: string;
let path: string;

beforeEach(async () => {
  server = await startCatalogue();
  server.products = [instanceOnWire()];
  folder = await mkdtemp(join(tmpdir(), "catalogue-"));
  path = join(folder, "deep", "catalogue.json");
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

function syncNow() {
  const limits = { attempts: 2, requestMs: 1000 };
  return sync(path, { apiUrl: server.url, clock: stillClock(), limits });
}

test("writes a file that reads back the same, and leaves nothing beside it", async () => {
  const outcome = await syncNow();
  expect(outcome.synced && outcome.snapshot).toEqual(await readSnapshot(path));
  expect(await readdir(join(folder, "deep"))).toEqual(["catalogue.json"]);
});

test("replaces the data of before", async () => {
  await syncNow();
  server.products = [instanceOnWire({ type: "PRO2-S" })];
  await syncNow();
  expect((await readSnapshot(path))?.products.map(({ offerId }) => offerId)).toEqual(["PRO2-S"]);
});

const FAILURES: [string, RegExp, Mishap][] = [
  ["500 at every attempt", /HTTP 500/, status(500)],
  ["JSON that is cut off", /not whole JSON/, (response) => json(response, '{"products": [{')],
  ["an empty catalogue", /is empty/, (response) => json(response, '{"products": [], "total_count": 0}')],
  [
    "a catalogue of malformed products",
    /None of the 1 products .* sku must be a text/,
    (response) => json(response, '{"products": [{}], "total_count": 1}'),
  ],
  [
    "a second page that never comes",
    /ended after 1 of 5/,
    (response) => {
      json(response, JSON.stringify({ products: [instanceOnWire()], total_count: 5 }));
      server.always = (next) => json(next, '{"products": [], "total_count": 5}');
    },
  ],
];

test.each(FAILURES)("%s leaves the last good file as it was", async (_, reason, mishap) => {
  await syncNow();
  const before = await readFile(path, "utf8");
  server.always = mishap;
  const outcome = await syncNow();
  expect(outcome).toMatchObject({
    synced: false,
    reason: expect.stringMatching(reason),
    lastGood: { products: [{ offerId: "POP2-2C-8G" }] },
  });
  expect(await readFile(path, "utf8")).toBe(before);
  expect(await readdir(join(folder, "deep"))).toEqual(["catalogue.json"]);
});

test("a failure before there ever were data says that there are none", async () => {
  server.always = status(500);
  expect(await syncNow()).toMatchObject({ synced: false, lastGood: null });
  expect(await readSnapshot(path)).toBeNull();
});

test("a file that cannot be put in place leaves no temporary file", async () => {
  path = folder;
  expect(await syncNow()).toMatchObject({ synced: false, lastGood: null });
  expect(await readdir(folder)).toEqual([]);
  expect((await readdir(tmpdir())).filter((name) => name.startsWith(`${folder.split("/").at(-1)}.`))).toEqual(
    [],
  );
});

test.each([
  ["not JSON", "{", /is not JSON/],
  ["of another format", '{"format": 99}', /not a catalogue snapshot/],
  [
    "with a product that is none",
    '{"format": 1, "readAt": "2026-08-01", "products": [1]}',
    /not a catalogue/,
  ],
])("a snapshot %s is refused", async (_, content, message) => {
  path = join(folder, "catalogue.json");
  await writeFile(path, content);
  await expect(readSnapshot(path)).rejects.toThrow(message);
});
