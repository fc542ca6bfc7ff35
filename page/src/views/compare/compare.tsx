import type { VNode } from "preact";
import type { GraphProblem } from "../../api/ask";
import { fieldProblem } from "../../api/field-of";
import { useAnswer } from "../../api/use-answer";
import type { Settings } from "../../app/address-text";
import type { ViewProps } from "../../app/view-props";
import type { Catalogue } from "../../form/fields";
import { type PeriodValues, readPeriod } from "../../form/period";
import { PeriodFields } from "../../form/period-fields";
import { ResourceForm } from "../../form/resource-form";
import {
  periodIn,
  periodSettings,
  type ResourceValues,
  resourceIn,
  resourceSettings,
} from "../../form/settings";
import { type FieldProblem, readForm } from "../../form/values";
import { PageCompareDocument, type PageCompareQueryVariables } from "../../generated/operations";
import { CRITERIA, type Criterion, criterionOf } from "../../text/criteria";
import { Answered } from "../../ui/answered";
import { CopyLink } from "../../ui/copy-link";
import { CriterionSwitch } from "../../ui/criterion-switch";
import { GraphqlShown } from "../../ui/graphql-shown";
import { Problem } from "../../ui/problem";
import { Difference } from "./difference";

interface State {
  readonly a: ResourceValues;
  readonly b: ResourceValues;
  readonly period: PeriodValues;
  readonly criterion: Criterion;
}

const SIDES = ["a", "b"] as const;
const TITLES = { a: "First", b: "Second" } as const;

export function Compare({
  settings,
  change,
  catalogue,
}: ViewProps & { readonly catalogue: Catalogue }): VNode {
  const state = stateIn(settings, catalogue);
  if (state === null) return <Problem message="This graph has no products." />;
  const { a, b, period } = state;
  const criterion = criterionOf(state.criterion);
  const set = (changes: Partial<State>, how: "push" | "replace"): void =>
    change(settingsOf({ ...state, ...changes }), how);
  const forms = { a: readForm(a.product, a.values), b: readForm(b.product, b.values) };
  const { during, problems: ofPeriod } = readPeriod(period);
  const own = [...forms.a.problems, ...forms.b.problems, ...ofPeriod];
  const question =
    own.length > 0
      ? null
      : ({
          ...{ a: { [a.product.kind]: forms.a.input }, b: { [b.product.kind]: forms.b.input } },
          ...{ during, criterion: criterion.argument },
        } as unknown as PageCompareQueryVariables);
  const { data, of, problems, isWaiting, isOld } = useAnswer(PageCompareDocument, question);
  const comparison = data?.compare;
  // The response has the criterion of its request, which can differ from the present choice.
  const shownBy = CRITERIA.find(({ argument }) => argument === of?.criterion) ?? criterion;
  const told = problems.map((one) => sideProblem(one, catalogue));
  const problemsAt = (side: "a" | "b"): readonly FieldProblem[] => [
    ...forms[side].problems,
    ...told.filter((one) => one.side === side),
  ];
  const ofNone = told.filter(({ side }) => side === null);
  return (
    <>
      <p class="lead">Two configurations over the same period, and what makes the difference.</p>
      <div class="sides">
        {SIDES.map((side) => (
          <form
            key={side}
            class="side"
            aria-label={`${TITLES[side]} configuration`}
            onSubmit={(event) => event.preventDefault()}
          >
            <h2>{TITLES[side]}</h2>
            <ResourceForm
              {...state[side]}
              catalogue={catalogue}
              problems={problemsAt(side)}
              idPrefix={side}
              onChange={(resource, how) => set({ [side]: resource }, how)}
            />
          </form>
        ))}
      </div>
      <div class="both">
        <PeriodFields
          period={period}
          problems={[...ofPeriod, ...ofNone]}
          onChange={(changed, how) => set({ period: changed }, how)}
        />
        <div class="actions">
          <button type="button" onClick={() => set({ a: b, b: a }, "push")}>
            Swap the two
          </button>
          <CopyLink />
        </div>
      </div>
      <div class="results">
        {ofNone
          .filter(({ field }) => !field.startsWith("during"))
          .map(({ message }) => (
            <Problem key={message} message={message} />
          ))}
        {comparison == null && isWaiting && <p class="wait">Comparing …</p>}
        {!isWaiting && own.length + problems.length > 0 && (
          <p class="hint">
            Something is wrong in what is set above: there is a comparison once it is mended.
          </p>
        )}
        {comparison != null && (
          <>
            <CriterionSwitch
              criterion={criterion}
              onChange={(field) => set({ criterion: field }, "replace")}
            />
            <Answered {...{ isOld, isWaiting }}>
              <Difference comparison={comparison} criterion={shownBy} />
            </Answered>
          </>
        )}
        {question !== null && (
          <GraphqlShown
            questions={[{ title: "The comparison", document: PageCompareDocument, variables: question }]}
          />
        )}
      </div>
    </>
  );
}

/** Fields of errors begin with the side: `a.zone`, `b.pools.0.nodeType`. */
function sideProblem(
  problem: GraphProblem,
  { products }: Catalogue,
): FieldProblem & { readonly side: "a" | "b" | null } {
  const [, side, rest] = /^([ab])\.(.*)$/.exec(problem.field ?? "") ?? [];
  const plain = rest === undefined ? problem : { ...problem, field: rest };
  return { ...fieldProblem(plain, products), side: (side as "a" | "b" | undefined) ?? null };
}

function stateIn(settings: Settings, { products }: Catalogue): State | null {
  const a = resourceIn(settings, products, "a.");
  const b = resourceIn(settings, products, "b.");
  if (a === null || b === null) return null;
  const isSet = Object.keys(settings).some((name) => name.startsWith("b."));
  return {
    a,
    b: isSet ? b : elsewhere(a),
    period: periodIn(settings),
    criterion: criterionOf(settings.by).field,
  };
}

function settingsOf({ a, b, period, criterion }: State): Settings {
  return {
    ...resourceSettings(a, "a."),
    ...resourceSettings(b, "b."),
    ...periodSettings(period),
    ...(criterion === CRITERIA[0].field ? {} : { by: criterion }),
  };
}

/** Default of the second resource: the first one in another place. */
function elsewhere({ product, values }: ResourceValues): ResourceValues {
  const place = product.fields.find(
    ({ role, name }) => (role === "ZONE" || role === "REGION") && values[name] !== undefined,
  );
  const other = place?.choices?.find((choice) => choice !== values[place.name]);
  return {
    product,
    values: place === undefined || other === undefined ? values : { ...values, [place.name]: other },
  };
}
