/** One bound on what a request may ask or how long it may take. docs/limits.md has the same table for people. */
interface Setting {
  /** The environment variable that changes it. */
  readonly variable: string;
  readonly default: number;
  readonly least: number;
  readonly most: number;
  /** Code of the error over it; null where the connection just ends. */
  readonly code: string | null;
}

const MIB = 1024 * 1024;

export const LIMIT_SETTINGS = {
  bodyBytes: setting("FOOTPRINT_MAX_BODY_BYTES", 10 * MIB, [1024, 512 * MIB], "PAYLOAD_TOO_LARGE"),
  tokens: setting("FOOTPRINT_MAX_TOKENS", 200_000, [100, 10_000_000]),
  text: setting("FOOTPRINT_MAX_TEXT", 2_000, [64, 10_000_000]),
  keys: setting("FOOTPRINT_MAX_KEYS", 100, [20, 10_000]),
  values: setting("FOOTPRINT_MAX_VALUES", 1_000_000, [1000, 100_000_000]),
  nesting: setting("FOOTPRINT_MAX_NESTING", 200, [10, 500]),
  operations: setting("FOOTPRINT_MAX_OPERATIONS", 50, [1, 1000]),
  fragments: setting("FOOTPRINT_MAX_FRAGMENTS", 300, [1, 2000]),
  depth: setting("FOOTPRINT_MAX_DEPTH", 30, [1, 100]),
  aliases: setting("FOOTPRINT_MAX_ALIASES", 10_000, [1, 1_000_000]),
  breadth: setting("FOOTPRINT_MAX_BREADTH", 50_000, [10, 1_000_000]),
  merges: setting("FOOTPRINT_MAX_MERGES", 100_000, [1, 200_000]),
  cost: setting("FOOTPRINT_MAX_COST", 60_000, [1, 1_000_000_000]),
  items: setting("FOOTPRINT_MAX_ITEMS", 10_000, [1, 1_000_000], "BAD_USER_INPUT"),
  representations: setting("FOOTPRINT_MAX_REPRESENTATIONS", 10_000, [1, 1_000_000], "BAD_USER_INPUT"),
  answerBytes: setting("FOOTPRINT_MAX_ANSWER_BYTES", 256 * MIB, [1024, 500 * MIB]),
  requestSeconds: setting("FOOTPRINT_REQUEST_TIMEOUT", 30, [1, 3600], "REQUEST_TIMEOUT"),
  receiveSeconds: setting("FOOTPRINT_RECEIVE_TIMEOUT", 90, [1, 3600], "REQUEST_NOT_RECEIVED"),
  headerSeconds: setting("FOOTPRINT_HEADER_TIMEOUT", 80, [1, 3600], "REQUEST_NOT_RECEIVED"),
  idleSeconds: setting("FOOTPRINT_IDLE_TIMEOUT", 75, [1, 3600], null),
  headerBytes: setting("FOOTPRINT_MAX_HEADER_BYTES", 32 * 1024, [1024, MIB], "HEADERS_TOO_LARGE"),
  connections: setting("FOOTPRINT_MAX_CONNECTIONS", 2000, [1, 1_000_000], null),
} as const satisfies Readonly<Record<string, Setting>>;

export type LimitName = keyof typeof LIMIT_SETTINGS;

/** The maxima in force, each by its name. */
export type Limits = Readonly<Record<LimitName, number>>;

export const DEFAULT_LIMITS: Limits = Object.fromEntries(
  Object.entries(LIMIT_SETTINGS).map(([name, { default: value }]) => [name, value]),
) as Limits;

function setting(
  variable: string,
  value: number,
  [least, most]: readonly [number, number],
  code: string | null = "QUERY_TOO_COMPLEX",
): Setting {
  return { variable, default: value, least, most, code };
}
