import { useEffect, useState } from "preact/hooks";
import { GraphError, type GraphProblem } from "../../api/ask";
import { key } from "../../app/key";
import type { BasketLine } from "../../basket/basket";
import type { PeriodInput } from "../../generated/operations";
import { type BasketAnswer, estimateBasket } from "./estimate-basket";

const NOTHING: BasketAnswer = { lines: [], portfolios: [] };
/** Debounce while counts are typed [ms]. */
const TYPING = 250;

export interface AnsweredBasket extends BasketAnswer {
  /** Its lines. */
  readonly of: readonly BasketLine[];
  /** Whether the basket or the common period has changed since. */
  readonly isOld: boolean;
  readonly isDone: boolean;
  /** Errors of the whole. */
  readonly problems: readonly GraphProblem[];
}

/** The estimate of the basket, updated with each batch. Requests are aborted when the basket changes. */
export function useBasketAnswer(lines: readonly BasketLine[], during: PeriodInput): AnsweredBasket {
  const period = JSON.stringify(during);
  const [answer, setAnswer] = useState<Omit<AnsweredBasket, "isOld"> & { readonly period: string }>({
    ...NOTHING,
    of: lines,
    isDone: false,
    problems: [],
    period,
  });
  const usedKey = key.value;
  useEffect(() => {
    const giveUp = new AbortController();
    const start = async (): Promise<void> => {
      const show = (now: BasketAnswer, isDone: boolean, problems: readonly GraphProblem[] = []): void => {
        if (giveUp.signal.aborted) return;
        setAnswer({
          lines: [...now.lines],
          portfolios: [...now.portfolios],
          of: lines,
          isDone,
          problems,
          period,
        });
      };
      try {
        const done = await estimateBasket(lines, JSON.parse(period), giveUp.signal, (now) =>
          show(now, false),
        );
        show(done, true);
      } catch (error) {
        if (giveUp.signal.aborted) return;
        if (!(error instanceof GraphError)) throw error;
        show(NOTHING, true, error.problems);
      }
    };
    const timer = setTimeout(() => void start(), TYPING);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [lines, period, usedKey]);
  return { ...answer, isOld: answer.of !== lines || answer.period !== period };
}
