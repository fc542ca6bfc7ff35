import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { ObservedRequest, RequestObserver, RequestRecord } from "../server/request-record";
import { codeLabel } from "./error-codes";
import { methodLabel, outcomeOf, routeLabel } from "./labels";

export const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Durations that wait to be observed, of one route. */
const MOST_WAITING = 1_000;

/** Requests of the same labels since metrics were last read. */
interface Group {
  readonly labels: Readonly<Record<"route" | "method" | "status" | "outcome", string>>;
  requests: number;
}

/** Counts requests by itself, and hands that over when metrics are read: to find labels takes longer than to count. */
export function requestMetrics(registers: Registry[]): RequestObserver {
  const groups = new Map<string, Group>();
  const durations = new Map<string, number[]>();
  let underWay = 0;
  new Counter({
    name: "footprint_requests_total",
    help: "Requests that were answered or given up",
    labelNames: ["route", "method", "status", "outcome"],
    registers,
    collect() {
      for (const { labels, requests } of groups.values()) this.inc(labels, requests);
      groups.clear();
    },
  });
  const duration = new Histogram({
    name: "footprint_request_duration_seconds",
    help: "From the head of a request to the end of its answer",
    labelNames: ["route"],
    buckets: SECONDS,
    registers,
    collect: () => {
      for (const route of durations.keys()) observeWaiting(route);
    },
  });
  new Gauge({
    name: "footprint_requests_in_flight",
    help: "Requests being answered now",
    registers,
    collect() {
      this.set(underWay);
    },
  });
  const errors = new Counter({
    name: "footprint_errors_total",
    help: "Errors in answers, by code",
    labelNames: ["code"],
    registers,
  });

  const observeWaiting = (route: string): void => {
    for (const seconds of durations.get(route) ?? []) duration.observe({ route }, seconds);
    durations.delete(route);
  };
  const count = (record: RequestRecord, route: string): void => {
    const method = methodLabel(record.method);
    const outcome = outcomeOf(record);
    const key = `${route} ${method} ${record.status} ${outcome}`;
    const group = groups.get(key);
    if (group !== undefined) group.requests++;
    else groups.set(key, { labels: { route, method, status: String(record.status), outcome }, requests: 1 });
  };
  const observed: ObservedRequest = {
    run: (answering) => answering(),
    end: (record) => {
      underWay--;
      const route = routeLabel(record.path);
      count(record, route);
      const waiting = durations.get(route);
      if (waiting === undefined) durations.set(route, [record.durationMs / 1000]);
      else if (waiting.push(record.durationMs / 1000) >= MOST_WAITING) observeWaiting(route);
      for (const code of record.errorCodes) errors.inc({ code: codeLabel(code) });
    },
  };
  return {
    begin() {
      underWay++;
      return observed;
    },
  };
}
