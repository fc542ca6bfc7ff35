import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { key } from "../app/key";
import type { TypedDocumentString } from "../generated/operations";
import { ask, GraphError, type GraphProblem } from "./ask";

export interface Asked<Data, Variables> {
  /** The last answer; while another one is awaited it is still shown. */
  readonly data: Data | null;
  /** What the last answer is of: only this may be said of it, whatever was entered since. */
  readonly of: Variables | null;
  /** Whether what is asked now is something else than what the last answer is of. */
  readonly isOld: boolean;
  /** What the graph said of the last question; empty where it answered. */
  readonly problems: readonly GraphProblem[];
  readonly isWaiting: boolean;
}

interface Answered<Data> {
  readonly data: Data | null;
  /** What it answers, as text. */
  readonly question: string | null;
  readonly problems: readonly GraphProblem[];
  /** The question that was answered or refused last, with the key that it was asked with. */
  readonly settled: string | null;
}

/** Long enough that a word is typed, short enough that nobody waits [ms]. */
const TYPING = 150;

/**
 * The answer to a question, asked anew when its variables change, once they have rested. The question before is given up then.
 * @param variables null for nothing to ask
 */
export function useAnswer<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
): Asked<Data, Variables> {
  const [answered, setAnswered] = useState<Answered<Data>>(NOTHING);
  const isFirst = useRef(true);
  const question = variables === null ? null : JSON.stringify(variables);
  const usedKey = key.value;
  // Another key may be answered where this one was refused.
  const asked = `${usedKey} ${question}`;
  useEffect(() => {
    if (question === null) return;
    const giveUp = new AbortController();
    const put = async (): Promise<void> => {
      try {
        const data = await ask(document, JSON.parse(question) as Variables, giveUp.signal);
        if (!giveUp.signal.aborted) setAnswered({ data, question, problems: [], settled: asked });
      } catch (error) {
        if (giveUp.signal.aborted) return;
        if (!(error instanceof GraphError)) throw error;
        setAnswered((before) => ({ ...before, problems: error.problems, settled: asked }));
      }
    };
    const timer = setTimeout(() => void put(), isFirst.current ? 0 : TYPING);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [document, asked]);
  const of = useMemo(
    () => (answered.question === null ? null : (JSON.parse(answered.question) as Variables)),
    [answered.question],
  );
  return {
    data: answered.data,
    of,
    isOld: answered.data !== null && answered.question !== question,
    problems: answered.problems,
    isWaiting: question !== null && answered.settled !== asked,
  };
}

const NOTHING = { data: null, question: null, problems: [], settled: null };
