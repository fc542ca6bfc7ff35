import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { key } from "../app/key";
import type { TypedDocumentString } from "../generated/operations";
import { ask, GraphError, type GraphProblem } from "./ask";

export interface Asked<Data, Variables> {
  /** The last response; shown until the next one arrives. */
  readonly data: Data | null;
  /** The variables of the last response, which can differ from the present input. */
  readonly of: Variables | null;
  /** Whether the present input differs from that of the last response. */
  readonly isOld: boolean;
  /** Errors of the last request; empty if it succeeded. */
  readonly problems: readonly GraphProblem[];
  readonly isWaiting: boolean;
}

interface Answered<Data> {
  readonly data: Data | null;
  /** Its variables, as text. */
  readonly question: string | null;
  readonly problems: readonly GraphProblem[];
  /** The last completed request, with its API key. */
  readonly settled: string | null;
}

/** Debounce of input [ms]. */
const TYPING = 150;

/**
 * The response to a query, requested again when its variables change, after a debounce. The previous request is aborted.
 * @param variables null for no request
 */
export function useAnswer<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
): Asked<Data, Variables> {
  const [answered, setAnswered] = useState<Answered<Data>>(NOTHING);
  const isFirst = useRef(true);
  const question = variables === null ? null : JSON.stringify(variables);
  const usedKey = key.value;
  // Also requested again with a new API key.
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
