import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { PageCalculationFragment } from "../../generated/operations";
import { threeDigits } from "../../text/figures";
import { unitName } from "../../text/unit-names";
import { FactorText } from "./factor-text";

type Term = PageCalculationFragment["terms"][number];

/** The formulas of a component, results first; a term that is a result links to its formula. */
export function Calculations({
  calculations,
}: {
  readonly calculations: readonly PageCalculationFragment[];
}): VNode {
  const root = useRef<HTMLDivElement>(null);
  const read = new Set(
    calculations.flatMap(({ terms }) => terms.map(({ calculation }) => calculation?.symbol)),
  );
  const show = (symbol: string): void => {
    const index = calculations.findIndex((one) => one.symbol === symbol);
    const details = root.current?.querySelector<HTMLDetailsElement>(`[data-index="${index}"]`);
    if (details == null) return;
    details.open = true;
    details.querySelector("summary")?.focus();
    details.scrollIntoView({ block: "nearest" });
  };
  const openAll = (isOpen: boolean): void => {
    for (const details of root.current?.querySelectorAll("details") ?? []) details.open = isOpen;
  };
  const results = calculations.map((one, index) => ({ ...one, index })).toReversed();
  return (
    <div ref={root} class="calculations">
      <h3>
        {calculations.length} formula{calculations.length === 1 ? "" : "s"}
      </h3>
      <p class="tools">
        <button type="button" onClick={() => openAll(true)}>
          Open all
        </button>
        <button type="button" onClick={() => openAll(false)}>
          Close all
        </button>
      </p>
      {results.map((one) => (
        <details
          key={one.symbol}
          data-index={one.index}
          open={!read.has(one.symbol) && one.index > calculations.length - 3}
        >
          <summary>
            <span class="what">{one.label}</span>{" "}
            <span class="result" title={`${one.result} ${one.unit}`}>
              <var>{one.symbol}</var> = {threeDigits(one.result)} {unitName(one.unit)}
            </span>
          </summary>
          <p class="formula">
            <var>{one.symbol}</var> = {one.formula}
          </p>
          <p class="hint">
            Between {threeDigits(one.low)} and {threeDigits(one.high)} {unitName(one.unit)}
            {one.validFrom !== null && `; this formula since ${one.validFrom}`}
            {one.validTo !== null && `, until ${one.validTo}`}.
          </p>
          <dl class="terms">
            {one.terms.map((term) => (
              <TermText key={term.symbol} term={term} onShow={show} />
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}

function TermText({
  term,
  onShow,
}: {
  readonly term: Term;
  readonly onShow: (symbol: string) => void;
}): VNode {
  const { symbol, value, low, high, unit, isConvention, calculation, factor } = term;
  const hasRange = low !== value || high !== value;
  return (
    <div class="term">
      <dt>
        <var>{symbol}</var>
      </dt>
      <dd>
        <span class="figure" title={`${value} ${unit}`}>
          {threeDigits(value)} {unitName(unit)}
        </span>{" "}
        {hasRange && (
          <span class="range">
            {threeDigits(low)} to {threeDigits(high)}
          </span>
        )}
        {isConvention && <span class="hint">taken as it is, without its range</span>}
        {calculation !== null && (
          <button type="button" class="link" onClick={() => onShow(calculation.symbol)}>
            a result: see its formula
          </button>
        )}
        {factor !== null && <FactorText factor={factor} />}
        {calculation === null && factor === null && <span class="hint">as it was given</span>}
      </dd>
    </div>
  );
}
