import { jsonLogger } from "../../src/server/logger";
import { type PageServer, servePages } from "../../src/server/pages/page-server";
import type { Pages } from "../../src/server/pages/pages";

const PAGES: Pages = {
  "/fine": () => ({ status: 200, type: "text/plain", body: "fine" }),
  "/throws": () => {
    throw new Error("out of order");
  },
  "/rejects": async () => {
    throw new Error("out of order");
  },
};

describe("pages at an address of their own", () => {
  const lines: string[] = [];
  let server: PageServer;
  beforeAll(async () => {
    const log = jsonLogger((line) => lines.push(line));
    server = await servePages(PAGES, { host: "127.0.0.1", port: 0 }, log);
  });
  afterAll(() => server.stop());

  it.each([
    ["/throws", 500, "INTERNAL_SERVER_ERROR"],
    ["/rejects", 500, "INTERNAL_SERVER_ERROR"],
    ["/unknown", 404, "Here are /fine, /throws, /rejects"],
  ])("%s is answered with %d, and the others go on", async (path, status, said) => {
    const response = await fetch(server.origin + path);
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(said)]);
    expect(await (await fetch(`${server.origin}/fine`)).text()).toBe("fine");
  });

  it("tell the cause to the log alone", () => {
    expect(lines.filter((line) => line.includes("out of order"))).toHaveLength(2);
  });
});
