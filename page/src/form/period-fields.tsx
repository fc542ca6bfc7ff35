import type { VNode } from "preact";
import { describedBy, FieldRow } from "./field-row";
import { A_MONTH, hasDates, isDay, type PeriodValues } from "./period";
import type { FieldProblem } from "./values";

interface PeriodFieldsProps {
  readonly period: PeriodValues;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (period: PeriodValues, how: "push" | "replace") => void;
}

const LENGTHS = [
  ["24", "Day"],
  [A_MONTH, "Month"],
  ["8760", "Year"],
] as const;

/** Fields of a period: hours, or dates. */
export function PeriodFields({ period, problems, onChange }: PeriodFieldsProps): VNode {
  const isOfDates = hasDates(period);
  const problemOf = (field: string): FieldProblem | undefined => problems.find((one) => one.field === field);
  const own = problemOf("during");
  return (
    <fieldset class="rows period">
      <legend>Period</legend>
      <fieldset class="segments">
        <legend class="unseen">Length of the period</legend>
        {LENGTHS.map(([hours, title]) => (
          <button
            type="button"
            key={hours}
            aria-pressed={!isOfDates && period.hours === hours}
            onClick={() => onChange({ ...period, hours, from: "", to: "" }, "push")}
          >
            {title}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={isOfDates}
          onClick={() => onChange({ ...period, ...lastMonth(new Date()) }, "push")}
        >
          Dates
        </button>
      </fieldset>
      {isOfDates ? (
        <div class="pair">
          <Day name="from" label="From" field="during.start" {...{ period, problemOf, onChange }} />
          <Day
            name="to"
            label="Until (not included)"
            field="during.end"
            {...{ period, problemOf, onChange }}
          />
        </div>
      ) : (
        <Hours {...{ period, problemOf, onChange }} />
      )}
      {own !== undefined && (
        <p class="said" role="alert">
          {own.message}
        </p>
      )}
      <details class="more" open={period.asOf !== ""}>
        <summary>Factors of another day</summary>
        <Day
          name="asOf"
          label="As of"
          field="during.asOf"
          hint="Emission factors and formulas of this day are used, whatever the period."
          {...{ period, problemOf, onChange }}
        />
      </details>
    </fieldset>
  );
}

type Inner = Pick<PeriodFieldsProps, "period" | "onChange"> & {
  readonly problemOf: (field: string) => FieldProblem | undefined;
};

function Hours({ period, problemOf, onChange }: Inner): VNode {
  const problem = problemOf("during.hours");
  return (
    <FieldRow
      id="hours"
      label="Hours"
      problem={problem}
      onSuggestion={(hours) => onChange({ ...period, hours }, "push")}
    >
      <span class="measure">
        <input
          id="hours"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={period.hours}
          aria-invalid={problem !== undefined}
          aria-describedby={describedBy("hours", { hint: false, problem: problem !== undefined })}
          onInput={(event) => onChange({ ...period, hours: event.currentTarget.value }, "replace")}
        />
        <span class="unit">h</span>
      </span>
    </FieldRow>
  );
}

type DayProps = Inner & {
  readonly name: "from" | "to" | "asOf";
  readonly label: string;
  readonly field: string;
  readonly hint?: string;
};

function Day({ name, label, field, hint, period, problemOf, onChange }: DayProps): VNode {
  const problem = problemOf(field);
  return (
    <FieldRow
      id={name}
      label={label}
      hint={hint}
      problem={problem}
      onSuggestion={(day) => onChange({ ...period, [name]: day }, "push")}
    >
      <input
        id={name}
        type="date"
        value={isDay(period[name]) ? period[name] : ""}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(name, { hint: hint !== undefined, problem: problem !== undefined })}
        onChange={(event) => onChange({ ...period, [name]: event.currentTarget.value }, "push")}
      />
    </FieldRow>
  );
}

/** The last complete month, typical of reports. */
function lastMonth(now: Date): Pick<PeriodValues, "from" | "to"> {
  const day = (monthsAgo: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 1)).toISOString().slice(0, 10);
  return { from: day(1), to: day(0) };
}
