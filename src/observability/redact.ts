const HIDDEN = "***";

/** Shorter ones are words and digits that any text is full of; addresses are cleaned of them all the same. */
const SHORTEST_SECRET = 4;

/** The password in `scheme://user:password@host`. */
const IN_ADDRESS = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*:)[^\s@"']+@/gi;
const IN_HEADER = /\b(bearer|basic) +[\w.~+/=-]+/gi;

/** What takes secrets out of texts: those of the environment, and whatever has the form of one. */
export function redaction(environment: NodeJS.ProcessEnv): (text: string) => string {
  const secrets = secretsIn(environment);
  return (text) => {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, HIDDEN);
    // Looked for first: most texts are short, and have neither.
    if (clean.includes("://")) clean = clean.replace(IN_ADDRESS, `$1${HIDDEN}@`);
    return clean.includes(" ") ? clean.replace(IN_HEADER, `$1 ${HIDDEN}`) : clean;
  };
}

/** Variables whose value is a secret from end to end. */
const SECRET_VARIABLES = ["PGPASSWORD", "SCW_SECRET_KEY"];

function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  const found = [
    ...SECRET_VARIABLES.map((name) => environment[name] ?? ""),
    ...passwordsOf(environment.DATABASE_URL ?? ""),
    ...headerValues(environment.OTEL_EXPORTER_OTLP_HEADERS ?? ""),
    ...headerValues(environment.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? ""),
  ];
  const secrets = [...new Set(found)].filter((secret) => secret.length >= SHORTEST_SECRET);
  // The longest first: one can be the beginning of another.
  return secrets.sort((a, b) => b.length - a.length);
}

/** As it is written in the address, and as it is meant. */
function passwordsOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  return [url.password, url.searchParams.get("password") ?? ""].flatMap((password) => [
    password,
    decoded(password),
  ]);
}

/** `name=value,name=value`, values in the encoding of addresses. */
function headerValues(text: string): string[] {
  return text.split(",").flatMap((pair) => {
    const value = pair.slice(pair.indexOf("=") + 1).trim();
    return [value, decoded(value)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
