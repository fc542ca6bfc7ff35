/** An entry of the key file. */
export interface KeyEntry {
  readonly name: string;
  /** SHA-256 of the key. */
  readonly hash: Buffer;
  /** Expiry; null for never. */
  readonly expires: Date | null;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;
const HASH = /^sha256:([0-9a-f]{64})$/;
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/;

/**
 * One key a line: name, `sha256:` and hash, and optionally its expiry. Empty lines and comments after # are ignored.
 * Two keys may have the same name, so that a key can be rotated.
 * @throws Error with all problems, by line, without quoting the line: it could contain a key
 */
export function parseKeyFile(text: string): readonly KeyEntry[] {
  const problems: string[] = [];
  const entries: KeyEntry[] = [];
  const seen = new Map<string, number>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const fields = line.trim().split(/\s+/);
    if (fields[0] === "" || fields[0]?.startsWith("#")) continue;
    const entry = entryOf(fields);
    const where = `line ${index + 1}`;
    if (typeof entry === "string") {
      problems.push(`${where}: ${entry}`);
      continue;
    }
    const hash = entry.hash.toString("hex");
    const other = seen.get(hash);
    if (other !== undefined) problems.push(`${where}: this key is on line ${other} already`);
    seen.set(hash, index + 1);
    entries.push(entry);
  }
  if (entries.length === 0 && problems.length === 0)
    problems.push("it holds no key: no client could be admitted");
  if (problems.length > 0) throw new Error(problems.join("; "));
  return entries;
}

function entryOf([name = "", hash = "", expires, ...rest]: readonly string[]): KeyEntry | string {
  if (rest.length > 0) return "it is name, hash and time of expiry, and nothing more";
  if ([name, hash].some((field) => field.startsWith("fpg_")))
    return "it holds a key: only its hash belongs here";
  if (!NAME.test(name)) return "a name has 1 to 64 letters, digits, dots, hyphens, underscores and @";
  const digits = HASH.exec(hash)?.[1];
  if (digits === undefined) return "a hash is sha256: and 64 hexadecimal digits, in lower case";
  const time = expires === undefined ? null : timeOf(expires);
  if (time === undefined) return "a time of expiry is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ";
  return { name, hash: Buffer.from(digits, "hex"), expires: time };
}

/** A day is its first moment in UTC. */
function timeOf(text: string): Date | undefined {
  if (!TIME.test(text)) return undefined;
  const time = new Date(text);
  // `Date` accepts 2027-02-30, as a day of March.
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text.slice(0, 10)) ? undefined : time;
}
