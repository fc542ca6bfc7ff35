import { once } from "node:events";
import { createServer } from "node:http";
import { Reply } from "../../src/server/answer/reply";
import { listen } from "../../src/server/listen";

describe("an answer that cannot be sent", () => {
  it("is told of and cut off, and the server goes on", async () => {
    const faults: unknown[] = [];
    const server = createServer((request, response) => {
      const reply = new Reply(request, response, true, (cause) => faults.push(cause));
      reply.set("x-name", request.url === "/bad" ? "a\nb" : "a");
      reply.send(200, [], "here");
    });
    const origin = await listen(server, { host: "127.0.0.1", port: 0 });
    await expect(fetch(`${origin}/bad`)).rejects.toThrow();
    expect(faults).toEqual([expect.objectContaining({ code: "ERR_INVALID_CHAR" })]);
    expect(await (await fetch(`${origin}/good`)).text()).toBe("here");
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
});
