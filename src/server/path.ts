import type { IncomingMessage } from "node:http";

/**
 * The path of an address, without what follows the "?": that may hold the variables of a query. A slash at its end
 * changes nothing, as proxies and clients add one.
 */
export function pathOf({ url = "/" }: Pick<IncomingMessage, "url">): string {
  const end = url.indexOf("?");
  const path = end === -1 ? url : url.slice(0, end);
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
