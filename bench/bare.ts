import { createServer } from "node:http";
import { listen } from "../src/server/listen";

/** Baseline of any Node server: parses a request as JSON and answers a constant. Resolves with its URL. */
export async function serveBare(answer: string): Promise<string> {
  const head = {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(answer),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      JSON.parse(Buffer.concat(chunks).toString());
      response.writeHead(200, head).end(answer);
    });
  });
  return `${await listen(server, { host: "127.0.0.1", port: 0 })}/graphql`;
}
