import type { Settings } from "../../app/address-text";
import type { Product } from "../../form/fields";
import { readNumber } from "../../form/numbers";
import { A_MONTH, dayProblem } from "../../form/period";
import { type ResourceValues, resourceIn, resourceSettings } from "../../form/settings";
import { type FieldProblem, readForm } from "../../form/values";
import type { PageHistoryQueryVariables } from "../../generated/operations";

/** State of the view, as in its link. */
export interface HistoryState extends ResourceValues {
  readonly from: string;
  readonly to: string;
  readonly hours: string;
}

/** Default: the last twelve months. */
export function stateIn(settings: Settings, products: readonly Product[], today: Date): HistoryState | null {
  const resource = resourceIn(settings, products);
  if (resource === null) return null;
  const { from = dayOf(today, -365), to = dayOf(today, 1), hours = A_MONTH } = settings;
  return { ...resource, from, to, hours };
}

export function settingsOf({ from, to, hours, ...resource }: HistoryState): Settings {
  return { ...resourceSettings(resource), from, to, hours };
}

/** Variables of the query; null while the form has problems. */
export function questionOf({ product, values, from, to, hours }: HistoryState): {
  readonly question: PageHistoryQueryVariables | null;
  readonly problems: readonly FieldProblem[];
} {
  const form = readForm(product, values);
  const read = readNumber(hours.trim() === "" ? A_MONTH : hours);
  const problem = (field: string, message: string): FieldProblem => ({ field, message, suggestions: [] });
  const problems = [
    ...form.problems,
    ...dayProblem("from", from, "The first day is needed."),
    ...dayProblem("to", to, "The day after the last one is needed."),
    ...("problem" in read ? [problem("hours", read.problem)] : []),
  ];
  if (problems.length > 0 || "problem" in read) return { question: null, problems };
  const resource = { [product.kind]: form.input } as unknown as PageHistoryQueryVariables["resource"];
  return { question: { resource, from, to, hours: read.number }, problems };
}

function dayOf(today: Date, later: number): string {
  const day = new Date(today);
  day.setUTCDate(day.getUTCDate() + later);
  return day.toISOString().slice(0, 10);
}
