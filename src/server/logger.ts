/** Levels, the most verbose first. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Names are constants of our code, so they need no escaping. */
type Fields = Readonly<Record<string, unknown>>;

/** The log of the server: one JSON object per line. */
export interface Logger {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  /** For problems that the server can handle. */
  warn(message: string, fields?: Fields): void;
  error(message: string, cause: unknown, fields?: Fields): void;
}

export interface LoggerOptions {
  /** The lowest level that is written. */
  readonly level?: LogLevel;
  /** Removes secrets from a text. */
  readonly redact?: (text: string) => string;
}

/** A field as it was printed last: in most lines, nearly all fields have the values of the line before. */
interface SaidField {
  readonly name: string;
  readonly value: unknown;
  readonly text: string;
}

export function jsonLogger(
  write: (line: string) => void,
  { level: least = "info", redact = (text) => text }: LoggerOptions = {},
): Logger {
  const printed = printer(redact);
  /** By place in the line. */
  const said: SaidField[] = [];
  const written = new Set(LOG_LEVELS.slice(LOG_LEVELS.indexOf(least)));
  const log = (level: LogLevel, message: string, fields: Fields): void => {
    if (!written.has(level)) return;
    let line = `{"time":"${timeText(Date.now())}","level":"${level}","message":${printed(message)}`;
    let place = 0;
    for (const name in fields) {
      const value = fields[name];
      let field = said[place];
      if (field === undefined || field.value !== value || field.name !== name) {
        const text = printed(value);
        field = { name, value, text: text === undefined ? "" : `,"${name}":${text}` };
        // An object may have changed by the next line.
        if (typeof value !== "object") said[place] = field;
      }
      line += field.text;
      place++;
    }
    write(`${line}}\n`);
  };
  return {
    debug: (message, fields = {}) => log("debug", message, fields),
    info: (message, fields = {}) => log("info", message, fields),
    warn: (message, fields = {}) => log("warn", message, fields),
    error: (message, cause, fields = {}) => log("error", message, { ...fields, cause: describe(cause) }),
  };
}

/**
 * Serialises a value as JSON with redaction; undefined for what JSON cannot express. By hand: JSON.stringify takes several
 * times as long with a replacer, and a redacted copy as long again.
 */
function printer(redact: (text: string) => string): (value: unknown) => string | undefined {
  const print = (value: unknown): string | undefined => {
    if (typeof value === "string") return quoted(redact(value));
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
    if (Array.isArray(value))
      return value.length === 0 ? "[]" : `[${value.map((one) => print(one) ?? "null").join(",")}]`;
    if (typeof value !== "object" || value === null || "toJSON" in value) return JSON.stringify(value);
    const members = Object.entries(value).flatMap(([name, one]) => {
      const text = print(one);
      return text === undefined ? [] : [`${quoted(name)}:${text}`];
    });
    return `{${members.join(",")}}`;
  };
  return print;
}

let lastSecond = { number: Number.NaN, text: "" };

/** ISO time in UTC, from ms since the epoch. Everything but the milliseconds is cached, as many lines share their second. */
function timeText(now: number): string {
  const number = Math.floor(now / 1000);
  if (number !== lastSecond.number)
    lastSecond = { number, text: new Date(number * 1000).toISOString().slice(0, -"000Z".length) };
  return `${lastSecond.text}${String(now - number * 1000).padStart(3, "0")}Z`;
}

/** Most texts have nothing to escape. */
function quoted(text: string): string {
  return /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
