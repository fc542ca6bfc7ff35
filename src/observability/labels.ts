import type { RequestRecord } from "../server/request-record";
import { isFault } from "./error-codes";

const ROUTES = new Set([
  "/graphql",
  "/schema.graphql",
  "/health",
  "/health/live",
  "/health/ready",
  "/metrics",
]);
const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/** Maps values that clients choose to a few: each new value of a label is a time series that stays for ever. */
export function routeLabel(path: string): string {
  return ROUTES.has(path) ? path : "other";
}

export function methodLabel(method: string): string {
  return METHODS.has(method) ? method : "other";
}

/** `aborted`: the client disconnected; `failed`: an internal error; `refused`: only errors of the client. */
export function outcomeOf({ isComplete, status, errorCodes }: RequestRecord): string {
  if (!isComplete) return "aborted";
  if (status >= 500 || errorCodes.some(isFault)) return "failed";
  return status >= 400 || errorCodes.length > 0 ? "refused" : "ok";
}
