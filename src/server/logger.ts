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
  const clean = (_name: string, value: unknown): unknown =>
    typeof value === "string" ? redact(value) : value;
  const log = (level: LogLevel, message: string, fields: Fields): void => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }, clean)}\n`);
  };
  return {
    debug: (message, fields = {}) => log("debug", message, fields),
    info: (message, fields = {}) => log("info", message, fields),
    warn: (message, fields = {}) => log("warn", message, fields),
    error: (message, cause, fields = {}) => log("error", message, { ...fields, cause: describe(cause) }),
  };
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
