import type { VNode } from "preact";
import { CRITERIA, type Criterion, type CriterionText } from "../text/criteria";

interface CriterionSwitchProps {
  readonly criterion: CriterionText;
  readonly onChange: (field: Criterion) => void;
}

/** By which criterion something is looked at. */
export function CriterionSwitch({ criterion, onChange }: CriterionSwitchProps): VNode {
  return (
    <fieldset class="segments criterion">
      <legend class="unseen">Criterion</legend>
      {CRITERIA.map(({ field, title }) => (
        <label key={field}>
          <input
            type="radio"
            name="criterion"
            checked={field === criterion.field}
            onChange={() => onChange(field)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
