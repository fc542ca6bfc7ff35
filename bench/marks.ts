/** Replaces the results between two marks of a page. @throws Error if the page lacks them */
export function withResults(page: string, results: string, [begin, end]: readonly [string, string]): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`the page lacks the marks of results`);
  return `${before}${begin}\n\n${results}\n\n${end}${after}`;
}
