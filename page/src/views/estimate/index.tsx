import type { VNode } from "preact";
import { useCatalogue } from "../../api/use-catalogue";
import type { ViewProps } from "../../app/view-props";
import { Problem } from "../../ui/problem";
import { Estimate } from "./estimate";
import { settingsOf, stateIn } from "./state";

/** One resource: what it emits and uses, why, and how sure that is. */
export function EstimateView({ settings, change }: ViewProps): VNode {
  const { data: catalogue, problems } = useCatalogue();
  if (catalogue === null) {
    const [problem] = problems;
    return (
      <div class="view">
        <h1>Estimate</h1>
        {problem === undefined ? <p class="wait">Loading …</p> : <Problem message={problem.message} />}
      </div>
    );
  }
  const state = stateIn(settings, catalogue.products);
  if (state === null) {
    return (
      <div class="view">
        <h1>Estimate</h1>
        <Problem message="This graph has no products." />
      </div>
    );
  }
  return (
    <Estimate
      catalogue={catalogue}
      state={state}
      change={(changes, how) => change(settingsOf({ ...state, ...changes }), how)}
    />
  );
}
