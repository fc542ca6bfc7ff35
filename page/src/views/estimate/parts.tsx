import type { VNode } from "preact";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { percentText, threeDigits } from "../../text/figures";
import { FigureOf, RangeOf } from "../../ui/number";
import type { EstimateAnswer } from "./answer";

const PARTS = [
  ["manufacturing", "Manufacturing", "Building the equipment, charged over its life"],
  ["usage", "Usage", "Electricity of the equipment that runs it"],
  ["operational", "Operational", "What many share: data centre, network, management, stock, offices"],
] as const;
const [GASES, ...OTHERS] = CRITERIA;

/** The three parts of the total, and the other criteria. */
export function Parts({ footprint }: EstimateAnswer): VNode {
  const total = footprint.total.kgCo2Equivalent;
  const shareOf = (part: (typeof PARTS)[number][0]): number =>
    total === 0 ? 0 : footprint[part].kgCo2Equivalent / total;
  return (
    <>
      <section aria-labelledby="parts-title">
        <h2 id="parts-title">Three parts</h2>
        <div class="stack" aria-hidden="true">
          {PARTS.map(([part]) => (
            <div key={part} class={`part ${part}`} style={{ flexGrow: shareOf(part) }} />
          ))}
        </div>
        <dl class="parts">
          {PARTS.map(([part, title, says]) => (
            <div key={part} class={`part-text ${part}`}>
              <dt>{title}</dt>
              <dd>
                <FigureOf amount={amountOf(footprint[part], GASES)} criterion={GASES} />{" "}
                <span class="share">{percentText(shareOf(part))}</span>
                <RangeOf amount={amountOf(footprint[part], GASES)} criterion={GASES} />
                <span class="hint">{says}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="others-title">
        <h2 id="others-title">Water, energy, materials</h2>
        <dl class="criteria">
          {OTHERS.map((criterion) => (
            <div key={criterion.field}>
              <dt>{criterion.title}</dt>
              <dd>
                <FigureOf amount={amountOf(footprint.total, criterion)} criterion={criterion} />
                <RangeOf amount={amountOf(footprint.total, criterion)} criterion={criterion} />
                <span class="hint">{criterion.says}</span>
              </dd>
            </div>
          ))}
        </dl>
        {footprint.equivalences.length > 0 && (
          <p class="equivalences">
            The greenhouse gases are as much as those of{" "}
            {footprint.equivalences.map(({ id, amount, unit, label }, index) => (
              <span key={id}>
                {index > 0 && ", or "}
                <strong title={`${amount} ${unit}`}>{threeDigits(amount)}</strong>{" "}
                {label.charAt(0).toLowerCase() + label.slice(1)}
              </span>
            ))}
            .
          </p>
        )}
      </section>
    </>
  );
}
