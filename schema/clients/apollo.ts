import { LISTS, WITHOUT_KEY } from "./generated/types";

export { possibleTypes } from "./generated/types";

/** What was kept says something else than what comes in: it is of an earlier day, or of other data. */
const CONTRADICTION = Symbol("contradiction");

/** Things without an id that were asked for twice with different fields, as one. What comes in wins whole where they differ. */
function together(kept: unknown, incoming: unknown): unknown {
  const both = laid(kept, incoming);
  return both === CONTRADICTION ? incoming : both;
}

function laid(kept: unknown, incoming: unknown): unknown {
  if (kept === undefined || kept === incoming) return incoming;
  if (Array.isArray(kept) && Array.isArray(incoming)) {
    if (kept.length !== incoming.length) return CONTRADICTION;
    const items = incoming.map((item, index) => laid(kept[index], item));
    return items.includes(CONTRADICTION) ? CONTRADICTION : items;
  }
  if (!isRecord(kept) || !isRecord(incoming)) return CONTRADICTION;
  const fields = Object.entries(incoming).map(([name, value]) => [name, laid(kept[name], value)] as const);
  if (fields.some(([, value]) => value === CONTRADICTION)) return CONTRADICTION;
  return { ...kept, ...Object.fromEntries(fields) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const lists = LISTS.map((query) => [query, { merge: together }]);
const values = WITHOUT_KEY.map((type) => [type, { keyFields: false as const, merge: together }]);

/** For `new InMemoryCache({ possibleTypes, typePolicies })`. */
export const typePolicies: {
  [type: string]: {
    keyFields?: false;
    merge?: typeof together;
    fields?: { [field: string]: { merge: typeof together } };
  };
} = { ...Object.fromEntries(values), Query: { fields: Object.fromEntries(lists) } };
