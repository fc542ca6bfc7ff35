import { LRUCache } from "lru-cache";

/** Media types of responses. */
export const JSON_TYPE = "application/json";
export const RESULT_TYPE = "application/graphql-response+json";
export type AnswerType = typeof JSON_TYPE | typeof RESULT_TYPE;
/** Media type of the explorer, for browsers. */
export const PAGE_TYPE = "text/html";

export interface MediaType {
  /** In lower case, without parameters: `application/json`, or a range such as `text/*`. */
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

export function parseMediaType(text: string): MediaType {
  const [essence = "", ...rest] = text.split(";").map((part) => part.trim());
  const parameters = rest.map((parameter): [string, string] => {
    const [name = "", value = ""] = parameter.split("=", 2);
    return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, "$1")];
  });
  return { essence: essence.toLowerCase(), parameters: new Map(parameters) };
}

/** JSON is always UTF-8 (RFC 8259), so the charset is optional. */
export function isUtf8({ parameters }: MediaType): boolean {
  return /^utf-?8$/i.test(parameters.get("charset") ?? "utf-8");
}

/**
 * Content negotiation: the offer that an `Accept` header prefers, or undefined if it accepts none. Without a header it is the
 * first; among equals the more specific range wins, then the one that the client names first.
 */
function preferredType<Offer extends string>(
  accept: string | undefined,
  offers: readonly Offer[],
): Offer | undefined {
  if (accept === undefined || accept.trim() === "") return offers[0];
  const ranges = accept.split(",").map(parseMediaType).filter(isUtf8);
  const liked = offers
    .map((offer) => ({ offer, ...likingFor(offer, ranges) }))
    .filter(({ weight }) => weight > 0);
  liked.sort((a, b) => b.weight - a.weight || b.specificity - a.specificity || a.position - b.position);
  return liked[0]?.offer;
}

/** Most cached headers, and their greatest length [characters]. */
const MOST_HEADERS = 100;
const LONGEST_HEADER = 200;

/** {@link preferredType} with a cache, as clients send few different headers. */
export function typeChooser<Offer extends string>(
  offers: readonly Offer[],
): (accept: string | undefined) => Offer | undefined {
  const known = new LRUCache<string, { readonly type: Offer | undefined }>({ max: MOST_HEADERS });
  return (accept) => {
    if (accept === undefined || accept.length > LONGEST_HEADER) return preferredType(accept, offers);
    const found = known.get(accept) ?? { type: preferredType(accept, offers) };
    known.set(accept, found);
    return found.type;
  };
}

interface Liking {
  readonly weight: number;
  readonly specificity: number;
  readonly position: number;
}

/** The weight of an offer is that of the most specific range that covers it (RFC 9110, 12.5.1). */
function likingFor(offer: string, ranges: readonly MediaType[]): Liking {
  let liking: Liking = { weight: 0, specificity: -1, position: -1 };
  ranges.forEach((range, position) => {
    const specificity = specificityOf(range.essence, offer);
    if (specificity > liking.specificity) liking = { weight: weightOf(range), specificity, position };
  });
  return liking;
}

/** 2 for the type itself, 1 for its family, 0 for anything, -1 for a range that does not cover the type. */
function specificityOf(range: string, type: string): number {
  if (range === type) return 2;
  if (range === `${type.split("/", 1)[0]}/*`) return 1;
  return range === "*/*" ? 0 : -1;
}

function weightOf({ parameters }: MediaType): number {
  const weight = Number(parameters.get("q") ?? 1);
  return Number.isNaN(weight) ? 1 : weight;
}
