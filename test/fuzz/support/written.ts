/** A value in both grammars; null in JSON where a variable stands in it. */
export interface Written {
  readonly literal: string;
  readonly json: string | null;
}

export function same(text: string): Written {
  return { literal: text, json: text };
}

export function keyed(name: string, { literal, json }: Written): Written {
  return { literal: `${name}: ${literal}`, json: json === null ? null : `${JSON.stringify(name)}:${json}` };
}

export function joined(open: string, close: string, parts: readonly Written[]): Written {
  const json = parts.some((part) => part.json === null) ? null : parts.map((part) => part.json).join();
  return {
    literal: `${open}${parts.map((part) => part.literal).join(", ")}${close}`,
    json: json === null ? null : open + json + close,
  };
}

/** JSON in both grammars. */
export function writtenAs(value: unknown): Written {
  if (Array.isArray(value)) return joined("[", "]", value.map(writtenAs));
  if (typeof value !== "object" || value === null) return same(JSON.stringify(value));
  return joined(
    "{",
    "}",
    Object.entries(value).map(([name, inner]) => keyed(name, writtenAs(inner))),
  );
}
