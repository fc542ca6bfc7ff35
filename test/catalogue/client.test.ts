import { type Limits, readCatalogue } from "../../src/tools/product-catalogue";
import { type CatalogueServer, json, startCatalogue, status } from "./server";
import { type StillClock, stillClock } from "./still-clock";
import { instanceOnWire, modelOnWire } from "./wire";

let server: CatalogueServer;
let clock: StillClock;

beforeEach(async () => {
  server = await startCatalogue();
  clock = stillClock();
});
afterEach(() => server.stop());

function read(limits: Partial<Limits> = {}, pageSize = 100) {
  return readCatalogue({ apiUrl: server.url, pageSize, limits, clock });
}

function pagesAsked(): (string | null)[] {
  return server.requests.map(({ url }) => new URL(url ?? "", server.url).searchParams.get("page"));
}

describe("what is read", () => {
  test("every page, until total_count products were read", async () => {
    server.products = ["PRO2-XXS", "PRO2-XS", "PRO2-S"].map((type) => instanceOnWire({ type }));
    const { products, problems } = await read({}, 2);
    expect(products.map(({ offerId }) => offerId)).toEqual(["PRO2-XXS", "PRO2-XS", "PRO2-S"]);
    expect(problems).toEqual([]);
    expect(pagesAsked()).toEqual(["1", "2"]);
  });

  test("no key is sent", async () => {
    server.products = [instanceOnWire()];
    await read();
    const { headers } = server.requests[0] ?? {};
    expect(headers).not.toHaveProperty("x-auth-token");
    expect(headers).not.toHaveProperty("authorization");
  });

  test("an Instance with all that the graph compares", async () => {
    const estimate = { kg_co2_equivalent: 0.0012, m3_water_usage: 1.2e-7 };
    server.products = [instanceOnWire({ estimate })];
    const { products, readAt, source } = await read();
    expect(products[0]).toMatchObject({
      sku: "/compute/pop2_2c_8g/run_fr-par-1",
      type: "instance",
      name: "POP2-2C-8G",
      offerId: "POP2-2C-8G",
      locality: { level: "zone", name: "fr-par-1" },
      unit: { unit: "hour", size: 1 },
      vcpu: 2,
      ramBytes: 8 * 2 ** 30,
      gpus: null,
      cpuType: "AMD EPYC™ 7543 (2.8 GHz)",
      status: "general_availability",
      estimate: { kgCo2Equivalent: 0.0012, m3WaterUsage: 1.2e-7 },
      readOn: "2026-08-01",
    });
    expect([readAt.toISOString(), source]).toEqual(["2026-08-01T12:00:00.000Z", server.url]);
  });

  test("a product type, unit and badge that are unknown here, as they are", async () => {
    server.products = [modelOnWire()];
    const { products, problems } = await read();
    expect(problems).toEqual([]);
    expect(products[0]).toMatchObject({
      type: "generative_apis",
      name: "llama-3.3-70b-instruct",
      locality: { level: "region", name: "fr-par" },
      unit: { unit: "token", size: 1_000_000 },
      properties: { provider_name: "Meta", tasks: ["chat"], token_type: "input_token" },
    });
  });

  test.each([
    ["that is no object", "nonsense", null, /must be an object/],
    [
      "whose hardware the SDK cannot read",
      { ...instanceOnWire(), properties: { hardware: "none" } },
      "sku",
      /Hardware/,
    ],
    ["without SKU", { ...instanceOnWire(), sku: undefined }, null, /sku must be a text, got nothing/],
    [
      "with a negative estimate",
      instanceOnWire({ estimate: { kg_co2_equivalent: -1 } }),
      "sku",
      /kg_co2_equivalent/,
    ],
    [
      "that is an Instance of no zone",
      { ...instanceOnWire(), locality: { region: "fr-par" } },
      "sku",
      /zone/,
    ],
  ])("a product %s is left out and reported, the others stay", async (_, malformed, sku, problem) => {
    server.products = [instanceOnWire({ type: "PRO2-S" }), malformed, instanceOnWire({ type: "PRO2-M" })];
    const { products, problems } = await read({}, 2);
    expect(products.map(({ offerId }) => offerId)).toEqual(["PRO2-S", "PRO2-M"]);
    expect(problems).toEqual([
      { sku: sku && "/compute/pop2_2c_8g/run_fr-par-1", page: 1, problem: expect.stringMatching(problem) },
    ]);
  });

  test("a SKU that comes twice is kept once and reported", async () => {
    server.products = [instanceOnWire(), instanceOnWire()];
    const { products, problems } = await read({}, 1);
    expect(products).toHaveLength(1);
    expect(problems).toMatchObject([{ page: 2, problem: expect.stringContaining("came before") }]);
  });
});

describe("what may pass is tried again", () => {
  beforeEach(() => {
    server.products = [instanceOnWire()];
  });

  test("429, after the time that Retry-After asks for", async () => {
    server.mishaps = [status(429, { "Retry-After": "7" })];
    expect((await read()).products).toHaveLength(1);
    expect(clock.waits).toEqual([7000]);
  });

  test("5xx and a connection that breaks off, with growing waits", async () => {
    server.mishaps = [status(500), (response) => response.destroy(), status(503)];
    expect((await read()).products).toHaveLength(1);
    expect(clock.waits).toEqual([375, 750, 1500]);
  });

  test("JSON that is cut off", async () => {
    server.mishaps = [(response) => json(response, '{"products": [{"sku": "/comp')];
    expect((await read()).products).toHaveLength(1);
  });
});

describe("what does not pass ends the reading", () => {
  test("500 at every attempt", async () => {
    server.always = status(500);
    await expect(read({ attempts: 3 })).rejects.toThrow(/after 3 attempts; the last: HTTP 500/);
    expect(server.requests).toHaveLength(3);
  });

  test("an answer that never comes", async () => {
    server.always = () => undefined;
    await expect(read({ attempts: 2, requestMs: 40 })).rejects.toThrow(/no whole answer within 0.04 s/);
  });

  test("a body that never ends", async () => {
    server.always = (response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).write('{"products": [');
    };
    await expect(read({ attempts: 1, requestMs: 40 })).rejects.toThrow(/no whole answer within 0.04 s/);
  });

  test("a Retry-After beyond the time for the whole: no sleep in vain", async () => {
    server.always = status(429, { "Retry-After": "3600" });
    await expect(read({ wholeMs: 60_000 })).rejects.toThrow(
      /within the time limit of 60 s; the last: HTTP 429/,
    );
    expect(clock.waits).toEqual([]);
  });

  test("waits that use up the time for the whole", async () => {
    server.always = status(503);
    await expect(read({ attempts: 1000, wholeMs: 60_000 })).rejects.toThrow(/time limit of 60 s/);
  });

  test("JSON that is cut off at every attempt", async () => {
    server.always = (response) => json(response, '{"products": [');
    await expect(read({ attempts: 2 })).rejects.toThrow(/not whole JSON/);
  });

  test("a server that is not there", async () => {
    const apiUrl = server.url;
    await server.stop();
    await expect(readCatalogue({ apiUrl, clock, limits: { attempts: 2 } })).rejects.toThrow(/ECONNREFUSED/);
  });

  test("a request that is refused is not sent again", async () => {
    server.always = status(403);
    await expect(read()).rejects.toThrow(/403|not now/);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["[]", /not a JSON object/],
    ['{"total_count": 1}', /no list of products/],
    ['{"products": []}', /no total_count/],
    ['{"products": [], "total_count": 3}', /ended after 0 of 3 products/],
  ])("an answer that is no page: %s", async (body, message) => {
    server.always = (response) => json(response, body);
    await expect(read()).rejects.toThrow(message);
  });
});
