import type { VNode } from "preact";
import { percentText } from "../../text/figures";
import { Notes } from "../../ui/notes";
import type { EstimateAnswer } from "./answer";

const SHARES = [
  ["published", "Published", "printed by a source that is named"],
  ["derived", "Derived", "computed from published figures by a stated method"],
  ["assumed", "Assumed", "chosen with a reason, because nobody publishes it"],
] as const;

/** Data quality and notes. */
export function Quality({ footprint }: EstimateAnswer): VNode {
  const { dataQuality, notes, methodology } = footprint;
  return (
    <section aria-labelledby="quality-title">
      <h2 id="quality-title">How sure it is</h2>
      <div class="stack quality" aria-hidden="true">
        {SHARES.map(([share]) => (
          <div key={share} class={`part ${share}`} style={{ flexGrow: dataQuality[share] }} />
        ))}
      </div>
      <dl class="parts">
        {SHARES.map(([share, title, says]) => (
          <div key={share} class={`part-text ${share}`}>
            <dt>{title}</dt>
            <dd>
              <span class="figure">{percentText(dataQuality[share])}</span>
              <span class="hint">of the gases rest on numbers {says}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h3>What to know of it</h3>
      <Notes notes={notes} />
      <p class="hint">
        Method: <a href={methodology.url}>{methodology.name}</a>, version {methodology.version}.
      </p>
    </section>
  );
}
