import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { endWith } from "../../src/server/answer/answer-body";
import { UnsentBytes } from "../../src/server/answer/unsent-bytes";

const MEGABYTE = 2 ** 20;

let server: Server;
let port: number;
const sockets: Socket[] = [];
beforeAll(async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** A response to a client that reads nothing yet. */
async function response(): Promise<{ answer: ServerResponse; client: Socket }> {
  const client = connect(port, "127.0.0.1");
  client.pause();
  sockets.push(client);
  client.write("GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n");
  const [, answer] = (await once(server, "request")) as [unknown, ServerResponse];
  return { answer, client };
}

describe("answers that wait for their readers", () => {
  it("are cut off where they are more than may wait, those first of which nothing is read", async () => {
    const unsent = new UnsentBytes(3 * MEGABYTE);
    const [one, two, three] = [await response(), await response(), await response()];
    const first = unsent.add(one.answer, MEGABYTE);
    unsent.add(two.answer, MEGABYTE);
    first.sent(1000);
    unsent.add(three.answer, 1.5 * MEGABYTE);
    const isCut = () => [one, two, three].map(({ answer }) => answer.destroyed);
    expect(isCut()).toEqual([false, true, false]);
    first.end();
    unsent.add((await response()).answer, 1.5 * MEGABYTE);
    expect(isCut()).toEqual([false, true, false]);
  });

  it("may be larger than that, one at a time", async () => {
    const unsent = new UnsentBytes(MEGABYTE);
    const { answer } = await response();
    unsent.add(answer, 5 * MEGABYTE);
    expect(answer.destroyed).toBe(false);
  });

  it("are written no faster than they are read", async () => {
    const { answer, client } = await response();
    const pieces = Array.from({ length: 64 }, () => new Uint8Array(MEGABYTE).fill(97));
    endWith(answer, pieces);
    // What sockets hold is of the system.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answer.writableLength).toBeLessThan(2 * MEGABYTE);
    let read = 0;
    client.on("data", (chunk) => {
      read += chunk.length;
    });
    client.resume();
    await once(client, "end");
    expect(read).toBeGreaterThan(64 * MEGABYTE);
  });

  it.each(["", "é", "a😀b", `${"x".repeat(2 ** 17 - 1)}😀é`, "😀".repeat(200_000)])(
    "have the bytes of their text",
    async (text) => {
      const { answer, client } = await response();
      const chunks: Buffer[] = [];
      client.on("data", (chunk) => chunks.push(chunk));
      endWith(answer, text);
      client.resume();
      await once(client, "end");
      const received = Buffer.concat(chunks).toString();
      expect(received.slice(received.indexOf("\r\n\r\n") + 4) === text).toBe(true);
    },
  );
});
