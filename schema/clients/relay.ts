import { WITHOUT_KEY } from "./generated/types";

const withoutKey = new Set(WITHOUT_KEY);

/** For `new Environment({ getDataID, … })` of Relay. */
export function getDataID({ id }: { readonly [field: string]: unknown }, type: string): unknown {
  return withoutKey.has(type) ? null : id;
}
