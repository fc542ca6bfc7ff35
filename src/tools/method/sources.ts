/** A source that a doc comment names, and what it is the source of. */
export interface NamedSource {
  readonly of: string;
  readonly source: string;
}

const DOCUMENTED =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:async )?(?:function|class|const|interface) (\w+)/g;

/** Sources named in the doc comments of a file: `Source: …`, to the end of the sentence. */
export function sourcesIn(code: string): NamedSource[] {
  return [...code.matchAll(DOCUMENTED)].flatMap(([, comment, of]) => {
    const text = (comment as string).replace(/\s*\n\s*\* ?/g, " ");
    const source = /Source: (.*?)(?:\.(?=\s|$)|$)/.exec(text)?.[1]?.trim();
    return source ? [{ of: of as string, source }] : [];
  });
}
