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

/** What clients choose becomes one of a few values: each new value of a label is a series that stays for ever. */
export function routeLabel(path: string): string {
  return ROUTES.has(path) ? path : "other";
}

export function methodLabel(method: string): string {
  return METHODS.has(method) ? method : "other";
}

/** `aborted`: the client went away; `failed`: a fault of ours; `refused`: errors, all of the client's making. */
export function outcomeOf({ isComplete, status, errorCodes }: RequestRecord): string {
  if (!isComplete) return "aborted";
  if (status >= 500 || errorCodes.some(isFault)) return "failed";
  return status >= 400 || errorCodes.length > 0 ? "refused" : "ok";
}
