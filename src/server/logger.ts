/** Where the server says what happens to it: one JSON object per line. */
export interface Logger {
  info(message: string, fields?: Record<string, unknown>): void;
  error(message: string, cause: unknown): void;
}

export function jsonLogger(write: (line: string) => void): Logger {
  const log = (level: string, message: string, fields: Record<string, unknown>): void => {
    write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
  };
  return {
    info: (message, fields = {}) => log("info", message, fields),
    error: (message, cause) => log("error", message, { cause: describe(cause) }),
  };
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
