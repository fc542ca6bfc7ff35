import type { Settings } from "../../app/address-text";
import type { Product } from "../../form/fields";
import type { PeriodValues } from "../../form/period";
import {
  periodIn,
  periodSettings,
  type ResourceValues,
  resourceIn,
  resourceSettings,
} from "../../form/settings";
import { CRITERIA, type Criterion, criterionOf } from "../../text/criteria";

/** State of the view, as in its link. */
export interface EstimateState extends ResourceValues {
  readonly period: PeriodValues;
  /** Of the chart of components. */
  readonly criterion: Criterion;
  /** Path of the explained component, as indices in lists of components; null for none. */
  readonly explained: readonly number[] | null;
}

export function stateIn(settings: Settings, products: readonly Product[]): EstimateState | null {
  const resource = resourceIn(settings, products);
  if (resource === null) return null;
  return {
    ...resource,
    period: periodIn(settings),
    criterion: criterionOf(settings.by).field,
    explained: pathIn(settings.explain),
  };
}

export function settingsOf({ criterion, explained, period, ...resource }: EstimateState): Settings {
  return {
    ...resourceSettings(resource),
    ...periodSettings(period),
    ...(criterion === CRITERIA[0].field ? {} : { by: criterion }),
    ...(explained === null ? {} : { explain: explained.join(".") }),
  };
}

function pathIn(text: string | undefined): readonly number[] | null {
  return text !== undefined && /^\d{1,4}(\.\d{1,4}){0,9}$/.test(text) ? text.split(".").map(Number) : null;
}
