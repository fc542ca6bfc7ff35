import type { VNode } from "preact";
import type { PageDriverFragment } from "../generated/operations";
import type { CriterionText } from "../text/criteria";
import { headText, stepOfAll, threeDigits } from "../text/figures";
import { signedNumber } from "../text/signed";
import { unitName } from "../text/unit-names";
import { Marked } from "./marked";
import { HeadOf } from "./number";

interface DriversProps {
  readonly drivers: readonly PageDriverFragment[];
  readonly criterion: CriterionText;
  /** Names of the two sides. */
  readonly sides: readonly [string, string];
}

/** The drivers of a difference, the strongest first; their effects sum to it. */
export function Drivers({ drivers, criterion, sides }: DriversProps): VNode {
  const step = stepOfAll(
    drivers.map(({ effect }) => effect),
    criterion,
  );
  return (
    <table class="drivers stacked">
      <thead>
        <tr>
          <th scope="col">What differs</th>
          <th scope="col" class="number">
            {sides[0]}
          </th>
          <th scope="col" class="number">
            {sides[1]}
          </th>
          <th scope="col" class="number">
            <HeadOf title="Effect" step={step} of={criterion.of} />
          </th>
        </tr>
      </thead>
      <tbody>
        {drivers.map((driver, index) => (
          <tr key={index}>
            <th scope="row">
              {driver.label}
              {driver.symbol !== null && <span class="hint"> {driver.symbol}</span>}
              <Sources {...driver} />
            </th>
            <td class="number" data-label={sides[0]}>
              {valueText(driver.a, driver.unit)}
            </td>
            <td class="number" data-label={sides[1]}>
              {valueText(driver.b, driver.unit)}
            </td>
            <td
              class="number"
              data-label={headText("Effect", step, criterion)}
              title={`${driver.effect} ${criterion.unit}`}
            >
              {signedNumber(driver.effect, criterion, step)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sources({ factorA, factorB }: PageDriverFragment): VNode | null {
  const all = [...new Set([factorA, factorB].flatMap((factor) => (factor === null ? [] : [factor.source])))];
  return all.length === 0 ? null : (
    <span class="hint source">
      <Marked text={all.join("; ")} />
    </span>
  );
}

function valueText(value: number | null, unit: string): string {
  if (value === null) return "none";
  return `${threeDigits(value)} ${unitName(unit)}`.trimEnd();
}
