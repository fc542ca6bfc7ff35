import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { Connections } from "../../src/server/connections";

const LINGER_MS = 50;

it("reads what arrived while idle connections were left open, however late it comes to that", async () => {
  const server = createServer();
  const connections = new Connections(server);
  server.on("request", (_, response) => {
    connections.admit(response, () => undefined);
    response.end("answered");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const ask = (): boolean => socket.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
  ask();
  await once(socket, "data");

  const closing = connections.close({ timeoutMs: 10_000, lingerMs: LINGER_MS });
  ask();
  // Nothing is read in this time, as on a machine that is busy.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, 2 * LINGER_MS);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 .*connection: close.*answered/is);
  expect(await closing).toBe(0);
});
