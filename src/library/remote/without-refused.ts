import type { Problem } from "../failure";
import { GraphRefusal, ofLine } from "./client";
import { isOfTooMany } from "./in-portions";

interface Sent<Line, Answer> {
  /** Those that were taken, in their order. */
  readonly taken: readonly Line[];
  readonly answer: Answer;
  readonly refused: ReadonlyMap<Line, Problem>;
}

/**
 * A line with values of the wrong type makes the server refuse the whole request, and so does one that is too much for it: it is left out,
 * and the others are sent again, be it none of them. A server that refuses even that answers nothing.
 */
export async function withoutRefused<Line, Answer>(
  lines: readonly Line[],
  send: (lines: readonly Line[]) => Promise<Answer>,
): Promise<Sent<Line, Answer>> {
  const refused = new Map<Line, Problem>();
  for (;;) {
    const taken = lines.filter((line) => !refused.has(line));
    try {
      return { taken, answer: await send(taken), refused };
    } catch (error) {
      const found = error instanceof GraphRefusal ? refusedLines(error, taken) : [];
      if (found.length === 0) throw error;
      for (const [line, problem] of found) refused.set(line, problem);
    }
  }
}

function refusedLines<Line>(refusal: GraphRefusal, sent: readonly Line[]): [Line, Problem][] {
  const [first, ...others] = sent;
  if (first !== undefined && others.length === 0 && isOfTooMany(refusal)) return [[first, ofLine(refusal)]];
  return refusal.all.flatMap((problem): [Line, Problem][] => {
    const [, index] = /^items\.(\d+)\./.exec(problem.field ?? "") ?? [];
    const line = index === undefined ? undefined : sent[Number(index)];
    return line === undefined ? [] : [[line, ofLine(problem)]];
  });
}
