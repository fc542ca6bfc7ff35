import { toldVersion } from "../process/version";
import { hashOfApiKey, makeApiKey, parseKeyFile } from "../server/access";

const USAGE = `Usage: api-key NAME [EXPIRES] >> FILE   make a key for who is called NAME

The line for the file that FOOTPRINT_API_KEYS names goes to stdout. The key itself goes to stderr: it is shown this once,
and stored nowhere. EXPIRES is YYYY-MM-DD (from its start in UTC on, the key is refused) or YYYY-MM-DDThh:mm:ssZ.`;

function main(fields: readonly string[]): number {
  if (fields.length < 1 || fields.length > 2 || fields[0]?.startsWith("-")) {
    console.error(USAGE);
    return 2;
  }
  const [name, expires = ""] = fields;
  const key = makeApiKey();
  const line = `${name} sha256:${hashOfApiKey(key)} ${expires}`.trimEnd();
  try {
    // Checked as the server does, so that no entry is written that it would refuse.
    parseKeyFile(line);
  } catch (error) {
    console.error((error as Error).message.replace(/^line 1: /, ""));
    return 2;
  }
  process.stdout.write(`${line}\n`);
  console.error(key);
  return 0;
}

const args = process.argv.slice(2);
if (!toldVersion(args)) process.exitCode = main(args);
