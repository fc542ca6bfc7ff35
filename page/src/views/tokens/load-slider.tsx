import type { VNode } from "preact";
import type { PageServingAtLoadQuery } from "../../generated/operations";
import { CRITERIA } from "../../text/criteria";
import { figureText, threeDigits } from "../../text/figures";

export type OptionAtLoad = NonNullable<PageServingAtLoadQuery["servingComparison"]>["options"][number];

const [GASES] = CRITERIA;

interface LoadSliderProps {
  readonly percent: number;
  readonly options: readonly OptionAtLoad[];
  readonly onChange: (percent: number) => void;
}

/** Steps of the slider, on a logarithmic scale, as most nodes are idle most of the time. */
const STEPS = 100;
const LEAST = 0.1;

/** Slider of the load of the nodes' GPUs, with the figure of a token. */
export function LoadSlider({ percent, options, onChange }: LoadSliderProps): VNode {
  const at = Math.round((Math.log(percent / LEAST) / Math.log(100 / LEAST)) * STEPS);
  const take = (step: number): void => {
    const value = LEAST * (100 / LEAST) ** (step / STEPS);
    onChange(Math.min(100, Number(value.toPrecision(2))));
  };
  const known = options.flatMap(({ atGpuLoad, deployment }) =>
    atGpuLoad === null ? [] : [{ ...atGpuLoad, name: deployment.name }],
  );
  const [first] = known;
  const said = `${threeDigits(percent)} % of the time`;
  return (
    <section class="load" aria-labelledby="load-label">
      <label id="load-label" for="load">
        The nodes’ GPUs work <strong>{said}</strong>
      </label>
      <input
        id="load"
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={at}
        aria-valuetext={said}
        onInput={({ currentTarget }) => take(Number(currentTarget.value))}
      />
      {first === undefined ? (
        <p class="hint">How fast the model runs on these nodes is not known.</p>
      ) : (
        <p class="lead" role="status">
          On {first.name}, a million then takes {figureText(first.kgCo2EquivalentPerMillionTokens, GASES)}
          {first.timesServerless !== null &&
            `, ${threeDigits(first.timesServerless)} times what it takes on Serverless`}
          .
        </p>
      )}
    </section>
  );
}
