/** A fenced block of a page, with what a comment before it says of it. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** Why it is not run, where `<!-- not run: why -->` stands before it. */
  readonly notRun: string | undefined;
}

export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/(?:<!-- not run: (.+) -->\n)?^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ([, notRun, language = "", text = ""]) => ({ language, text, notRun }),
  );
}

/** A command of a `console` block, after "$ ", and what is printed below it. */
export interface Command {
  readonly command: string;
  readonly printed: string;
}

export function commandsOf({ text }: Block): Command[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return { command: part.slice(0, end), printed: part.slice(end + 1).trimEnd() };
    });
}

/** An answer of today says which day that is, how old its evidence is, and for how long it can be cached: less just before midnight. */
export const ofAnyDay = (text: string): string =>
  text
    .replace(/etag: W\/"\w+"/, "etag: of the answer")
    .replace(/max-age=(?:\d{1,2}|[12]\d\d|300)$/m, "max-age=300")
    .replace(/\r$/gm, "")
    .replace(/factors in force on \d{4}-\d{2}-\d{2}/g, "factors in force today")
    .replace(/\(\d+\s+days\s+old\)/g, "(of some days)");
