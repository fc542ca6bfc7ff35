import type { IncomingMessage } from "node:http";

/**
 * The path of a URL, without the query string, which can contain variables of a query. A trailing slash
 * is ignored, as proxies and clients add one.
 */
export function pathOf({ url = "/" }: Pick<IncomingMessage, "url">): string {
  const end = url.indexOf("?");
  const path = end === -1 ? url : url.slice(0, end);
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
