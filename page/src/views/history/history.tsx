import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { fieldProblem } from "../../api/field-of";
import { useAnswer } from "../../api/use-answer";
import type { ViewProps } from "../../app/view-props";
import { describedBy, FieldRow } from "../../form/field-row";
import type { Catalogue } from "../../form/fields";
import { isDay } from "../../form/period";
import { ResourceForm } from "../../form/resource-form";
import type { FieldProblem } from "../../form/values";
import { PageHistoryDocument } from "../../generated/operations";
import { Answered } from "../../ui/answered";
import { CopyLink } from "../../ui/copy-link";
import { GraphqlShown } from "../../ui/graphql-shown";
import { Problem } from "../../ui/problem";
import { HistoryPicture } from "./history-picture";
import { Intervals } from "./intervals";
import { type HistoryState, questionOf, settingsOf, stateIn } from "./state";

const DAYS = [
  ["from", "From"],
  ["to", "Until (not included)"],
] as const;

export function History({
  settings,
  change,
  catalogue,
}: ViewProps & { readonly catalogue: Catalogue }): VNode {
  const now = useMemo(() => new Date(), []);
  const state = stateIn(settings, catalogue.products, now);
  if (state === null) return <Problem message="This graph has no products." />;
  return <Shown {...{ state, catalogue }} change={(next, how) => change(settingsOf(next), how)} />;
}

interface ShownProps {
  readonly state: HistoryState;
  readonly catalogue: Catalogue;
  readonly change: (state: HistoryState, how: "push" | "replace") => void;
}

function Shown({ state, catalogue, change }: ShownProps): VNode {
  const { question, problems: own } = questionOf(state);
  const { data, problems: refused, isWaiting, isOld } = useAnswer(PageHistoryDocument, question);
  const item = data?.portfolio?.items[0];
  const ofItem = item?.error && !isOld ? [fieldProblem(item.error, catalogue.products)] : [];
  const all = [...own, ...refused.map((one) => fieldProblem(one, catalogue.products)), ...ofItem];
  const at = (field: string): FieldProblem | undefined => all.find((one) => one.field === field);
  const shownAtFields = new Set(["from", "to", "hours", ...Object.keys(state.values)]);
  const resource = item?.resource ?? null;
  const set = (changes: Partial<HistoryState>, how: "push" | "replace"): void =>
    change({ ...state, ...changes }, how);
  return (
    <>
      <p class="lead">How the figure of the same hours changed, each time that something behind it did.</p>
      <div class="view-columns">
        <form
          class="configuration"
          aria-label="What to look back on"
          onSubmit={(event) => event.preventDefault()}
        >
          <ResourceForm
            {...state}
            catalogue={catalogue}
            problems={all}
            idPrefix="history"
            onChange={(taken, how) => set(taken, how)}
          />
          <fieldset class="rows period">
            <legend>Days</legend>
            <div class="pair">
              {DAYS.map(([name, label]) => (
                <FieldRow
                  key={name}
                  id={`history-${name}`}
                  label={label}
                  problem={at(name)}
                  onSuggestion={(day) => set({ [name]: day.slice(0, 10) }, "push")}
                >
                  <input
                    id={`history-${name}`}
                    type="date"
                    value={isDay(state[name]) ? state[name] : ""}
                    aria-invalid={at(name) !== undefined}
                    aria-describedby={describedBy(`history-${name}`, {
                      hint: false,
                      problem: at(name) !== undefined,
                    })}
                    onChange={({ currentTarget }) => set({ [name]: currentTarget.value }, "push")}
                  />
                </FieldRow>
              ))}
            </div>
            <FieldRow
              id="history-hours"
              label="Hours of use"
              problem={at("hours")}
              onSuggestion={(hours) => set({ hours }, "push")}
            >
              <span class="measure">
                <input
                  id="history-hours"
                  type="text"
                  inputMode="decimal"
                  value={state.hours}
                  aria-invalid={at("hours") !== undefined}
                  aria-describedby={describedBy("history-hours", {
                    hint: false,
                    problem: at("hours") !== undefined,
                  })}
                  onInput={({ currentTarget }) => set({ hours: currentTarget.value }, "replace")}
                />
                <span class="unit">h</span>
              </span>
            </FieldRow>
          </fieldset>
          <CopyLink />
        </form>
        <div class="results">
          {all
            .filter(({ field }) => !shownAtFields.has(field))
            .map(({ message }) => (
              <Problem key={message} message={message} />
            ))}
          {resource === null && isWaiting && <p class="wait">Looking back …</p>}
          {resource !== null && (
            <Answered {...{ isOld, isWaiting }}>
              <section>
                <h2>
                  {resource.name} <span class="where">in {resource.locality.name}</span>
                </h2>
                <HistoryPicture name={resource.name} intervals={resource.history} />
              </section>
              <Intervals intervals={resource.history} />
            </Answered>
          )}
          {question !== null && (
            <GraphqlShown
              questions={[{ title: "The history", document: PageHistoryDocument, variables: question }]}
            />
          )}
        </div>
      </div>
    </>
  );
}
