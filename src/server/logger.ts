/** From the most talkative to the most silent. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Fields = Readonly<Record<string, unknown>>;

/** Where the server says what happens to it: one JSON object per line. */
export interface Logger {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  /** Of what is not as it should be, and is got along with. */
  warn(message: string, fields?: Fields): void;
  error(message: string, cause: unknown, fields?: Fields): void;
}

export interface LoggerOptions {
  /** The least important level that is written. */
  readonly level?: LogLevel;
  /** Removes secrets from a text. */
  readonly redact?: (text: string) => string;
}

export function jsonLogger(
  write: (line: string) => void,
  { level: least = "info", redact = (text) => text }: LoggerOptions = {},
): Logger {
  const log = (level: LogLevel, message: string, fields: Fields): void => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return;
    const line = {
      time: new Date().toISOString(),
      level,
      message: redact(message),
      ...cleaned(fields, redact),
    };
    write(`${JSON.stringify(line)}\n`);
  };
  return {
    debug: (message, fields = {}) => log("debug", message, fields),
    info: (message, fields = {}) => log("info", message, fields),
    warn: (message, fields = {}) => log("warn", message, fields),
    error: (message, cause, fields = {}) => log("error", message, { ...fields, cause: describe(cause) }),
  };
}

/** By hand: JSON.stringify takes several times as long when it has to ask about each value. */
function cleaned<Value>(value: Value, redact: (text: string) => string): Value;
function cleaned(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, redact));
  if (typeof value !== "object" || value === null || "toJSON" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one, redact)]));
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
