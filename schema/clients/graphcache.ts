import { WITHOUT_KEY } from "./generated/types";

export { possibleTypes } from "./generated/types";

const none = (): null => null;

/** For `cacheExchange({ keys, possibleTypes })` of urql's Graphcache. */
export const keys: { [type: string]: () => null } = Object.fromEntries(
  WITHOUT_KEY.map((type) => [type, none]),
);
