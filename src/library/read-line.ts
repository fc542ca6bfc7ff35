import type { PeriodFields } from "../core/engine";
import { isRecord } from "../core/helpers";
import type { PreparedLine, PreparedResource } from "./backend";
import { badRequest, FootprintError, type Problem, problemOf, shown } from "./failure";
import { requireFields } from "./known-fields";
import { readPeriod } from "./read-period";
import type { GraphItem, PeriodRequest, PortfolioItem, ResourceRequest } from "./request";

/** Lines that are worked on together: many enough to share what they load, and few enough to show how it gets on. */
const BATCH = 1000;

interface Reading {
  readonly resource: (request: ResourceRequest) => PreparedResource;
  /** Of a line that pins its day, and says no period [h]. */
  readonly monthHours: number;
}

/** Lines of a portfolio in batches, each read or with what is wrong with it. */
export async function* readLines(
  items: Iterable<PortfolioItem> | AsyncIterable<PortfolioItem>,
  reading: Reading,
): AsyncGenerator<readonly PreparedLine[]> {
  let batch: PreparedLine[] = [];
  for await (const item of items) {
    batch.push(readLine(item, reading));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function readLine(item: PortfolioItem, reading: Reading): PreparedLine {
  const { label, count } = isRecord(item) ? item : {};
  const own = {
    label: typeof label === "string" ? label : null,
    count: typeof count === "number" ? count : 1,
  };
  try {
    return { ...own, prepared: prepared(item, reading) };
  } catch (error) {
    if (error instanceof FootprintError) return { ...own, prepared: problemOf(error) };
    throw error;
  }
}

function prepared(item: PortfolioItem, reading: Reading): Exclude<PreparedLine["prepared"], Problem> {
  if (!isRecord(item)) throw badRequest("product", "A line is an object with its product.");
  const { label, count, ...rest } = item;
  if (label != null && typeof label !== "string") throw badRequest("label", "label must be a text.");
  if (count != null && typeof count !== "number") throw badRequest("count", "count must be a number.");
  if (isRecord(rest.resource)) {
    return readGraphItem(requireFields(rest as unknown as GraphItem, "A line with its resource"), reading);
  }
  const { hours, from, to, asOf, ...resource } = rest;
  const period = { hours, from, to, asOf } as PeriodRequest;
  return { ...reading.resource(resource as ResourceRequest), during: periodOrNone(period, reading) };
}

function readGraphItem({ resource, during }: GraphItem, reading: Reading) {
  const [chosen, ...others] = Object.entries(resource).filter(([, spec]) => spec != null);
  if (chosen === undefined || others.length > 0)
    throw badRequest("resource", "A resource must be of exactly one product.");
  const [product, input] = chosen;
  if (!isRecord(input))
    throw badRequest(product, `${product} must be an object with fields, got ${shown(input)}.`);
  if (during != null && !isRecord(during))
    throw badRequest("hours", `during must be an object with a period, got ${shown(during)}.`);
  const { hours, start, end, asOf } = requireFields(during ?? {}, "A period", "during.");
  return {
    ...reading.resource({ ...input, product }),
    during: periodOrNone({ hours, from: start, to: end, asOf }, reading),
  };
}

/** Null for a line without a period of its own: it has that of the portfolio. */
function periodOrNone(period: PeriodRequest, { monthHours }: Reading): PeriodFields | null {
  return Object.values(period).every((one) => one == null) ? null : readPeriod(period, monthHours);
}
