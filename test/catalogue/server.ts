import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers one request otherwise than the catalogue would. */
export type Mishap = (response: ServerResponse) => void;

export interface CatalogueServer {
  readonly url: string;
  products: unknown[];
  /** Taken one per request, before any good answer. */
  mishaps: Mishap[];
  /** Taken for every request when the list above is empty. */
  always: Mishap | null;
  readonly requests: IncomingMessage[];
  stop(): Promise<void>;
}

const PATH = "/product-catalog/v2alpha1/public-catalog/products";

/** The published wire format over real HTTP, on a port that the system chooses. */
export async function startCatalogue(): Promise<CatalogueServer> {
  const state = { products: [] as unknown[], mishaps: [] as Mishap[], always: null as Mishap | null };
  const requests: IncomingMessage[] = [];
  const http = createServer((request, response) => {
    requests.push(request);
    const mishap = state.mishaps.shift() ?? state.always;
    if (mishap !== null) mishap(response);
    else answer(request, response, state.products);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}

export function json(response: ServerResponse, body: string): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(body);
}

export function status(code: number, headers: Record<string, string> = {}): Mishap {
  return (response) => {
    const head = { "Content-Type": "application/json", ...headers };
    response.writeHead(code, head).end(JSON.stringify({ message: "not now", type: "test" }));
  };
}

function answer(request: IncomingMessage, response: ServerResponse, products: readonly unknown[]): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (request.method !== "GET" || url.pathname !== PATH) {
    status(404)(response);
    return;
  }
  const page = Number(url.searchParams.get("page") ?? 1);
  const size = Number(url.searchParams.get("page_size") ?? 100);
  const shown = products.slice((page - 1) * size, page * size);
  json(response, JSON.stringify({ products: shown, total_count: products.length }));
}
