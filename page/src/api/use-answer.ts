import { useEffect, useRef, useState } from "preact/hooks";
import { key } from "../app/key";
import type { TypedDocumentString } from "../generated/operations";
import { ask, GraphError, type GraphProblem } from "./ask";

export interface Asked<Data> {
  /** The last answer; while another one is awaited it is still shown. */
  readonly data: Data | null;
  /** What the graph said of the last question; empty where it answered. */
  readonly problems: readonly GraphProblem[];
  readonly isWaiting: boolean;
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
): Asked<Data> {
  const [asked, setAsked] = useState<Asked<Data>>({
    data: null,
    problems: [],
    isWaiting: variables !== null,
  });
  const isFirst = useRef(true);
  const question = variables === null ? null : JSON.stringify(variables);
  const usedKey = key.value;
  useEffect(() => {
    if (question === null) {
      setAsked((before) => ({ ...before, isWaiting: false }));
      return;
    }
    const giveUp = new AbortController();
    setAsked((before) => ({ ...before, isWaiting: true }));
    const put = async (): Promise<void> => {
      try {
        const data = await ask(document, JSON.parse(question) as Variables, giveUp.signal);
        if (!giveUp.signal.aborted) setAsked({ data, problems: [], isWaiting: false });
      } catch (error) {
        if (giveUp.signal.aborted) return;
        if (!(error instanceof GraphError)) throw error;
        setAsked((before) => ({ ...before, problems: error.problems, isWaiting: false }));
      }
    };
    const timer = setTimeout(() => void put(), isFirst.current ? 0 : TYPING);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [document, question, usedKey]);
  return asked;
}
