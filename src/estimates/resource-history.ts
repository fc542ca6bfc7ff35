import type { FootprintEngine } from "../core/engine";
import { dayOf, type Footprint } from "../core/footprint";
import { estimateHistory, type HistoryDays, type HistoryInterval } from "./history";
import { besideOurs, type Published } from "./operator-estimate";
import type { Session } from "./session/session";
import { INTERVAL, type Pin } from "./session/written-dates";

/** The resource of a history, and the request that asks for it. */
interface ResourceOfHistory {
  readonly kind: string;
  readonly spec: object;
  readonly hours: number;
  /** What the operator published of it, the oldest first. */
  readonly estimates: readonly Published[];
  readonly engine: FootprintEngine;
  readonly session: Pick<Session, "footprint" | "request" | "deadline">;
  /** The day that the request is pinned to. */
  readonly pin: Pin | null;
  readonly asOf: (day: Date, field: Pin["field"]) => Pick<Session, "footprint">;
}

/** The history of a resource as it is known to a request: one that is pinned to a day knows nothing of later ones. */
export function historyOf(
  days: HistoryDays,
  { kind, spec, hours, estimates, engine, session, pin, asOf }: ResourceOfHistory,
): Promise<HistoryInterval[]> {
  /** Of later days, the factors of the day that it is pinned to are taken to hold. */
  const known = (day: Date): Date => (pin !== null && pin.day < day ? pin.day : day);
  const isKnown = (day: string): boolean => pin === null || day <= dayOf(pin.day);
  const footprintOn = (day: Date): Promise<Footprint> => {
    const field = dayOf(day) === dayOf(days.from) ? "from" : INTERVAL;
    return asOf(known(day), field).footprint(kind, spec, { hours });
  };
  return estimateHistory(days, {
    footprintOn,
    holdsUntil: async (day) => {
      const until = await engine.holdsUntil(kind, spec, dayOf(known(day)), session.request);
      return until !== null && !isKnown(until) ? null : until;
    },
    recordedIn: async (from, to) => {
      const last = estimates.findLast(
        ({ recordedOn }) => from <= recordedOn && recordedOn < to && isKnown(recordedOn),
      );
      return last === undefined ? null : besideOurs(last, { kind, spec, hours }, session, engine);
    },
    deadline: session.deadline,
  });
}
