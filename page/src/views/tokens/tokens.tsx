import type { VNode } from "preact";
import { fieldProblem } from "../../api/field-of";
import { useAnswer } from "../../api/use-answer";
import type { ViewProps } from "../../app/view-props";
import { Combobox } from "../../form/combobox";
import { describedBy, FieldRow } from "../../form/field-row";
import type { Product } from "../../form/fields";
import { choiceText, hintOf } from "../../form/hints";
import type { FieldProblem } from "../../form/values";
import { PageServingAtLoadDocument, PageServingDocument } from "../../generated/operations";
import { Answered } from "../../ui/answered";
import { CopyLink } from "../../ui/copy-link";
import { GraphqlShown } from "../../ui/graphql-shown";
import { Problem } from "../../ui/problem";
import { LoadSlider, type OptionAtLoad } from "./load-slider";
import { Options } from "./options";
import { AMOUNTS, askedIn, questionOf, type Served, settingsOf, stateIn, type TokensState } from "./state";
import { TokensPicture } from "./tokens-picture";

const NOTHING: readonly OptionAtLoad[] = [];

type TokensProps = ViewProps & { readonly served: Served; readonly products: readonly Product[] };

export function Tokens({ settings, change, served, products }: TokensProps): VNode {
  const state = stateIn(settings, served);
  const { question, problems: own } = questionOf(state);
  const { data, of, problems: refused, isWaiting, isOld } = useAnswer(PageServingDocument, question);
  const atLoad = useAnswer(
    PageServingAtLoadDocument,
    question === null ? null : { ...question, percent: state.percent },
  );
  const chosen = atLoad.data?.servingComparison?.options ?? NOTHING;
  const all = [...own, ...refused.map((one) => fieldProblem(one, products))];
  const comparison = data?.servingComparison ?? null;
  const asked = of === null ? null : askedIn(of.input);
  const set = (changes: Partial<TokensState>, how: "push" | "replace"): void =>
    change(settingsOf({ ...state, ...changes }), how);
  const fields = new Set<string>(["model", "region", "load", "nodes", ...AMOUNTS.map(([name]) => name)]);
  return (
    <>
      <p class="lead">
        A model on Serverless, which many share, against nodes of one’s own, which wait when nobody asks.
      </p>
      <div class="view-columns">
        <TokensForm {...{ served, state, set }} problems={all} />
        <div class="results">
          {all
            .filter(({ field }) => !fields.has(field))
            .map(({ message }) => (
              <Problem key={message} message={message} />
            ))}
          {comparison === null && isWaiting && <p class="wait">Comparing …</p>}
          {comparison !== null && comparison.options.length === 0 && (
            <p>The model is offered on no nodes in this region.</p>
          )}
          {comparison !== null && asked !== null && comparison.options.length > 0 && (
            <Answered {...{ isOld, isWaiting }}>
              <LoadSlider
                percent={state.percent}
                options={chosen}
                onChange={(percent) => set({ percent }, "replace")}
              />
              <TokensPicture {...{ comparison, chosen }} {...asked} />
              <Options comparison={comparison} unit={asked.unit} />
            </Answered>
          )}
          {question !== null && (
            <GraphqlShown
              questions={[
                { title: "Nodes against Serverless", document: PageServingDocument, variables: question },
                {
                  title: "At the load that was chosen",
                  document: PageServingAtLoadDocument,
                  variables: { ...question, percent: state.percent },
                },
              ]}
            />
          )}
        </div>
      </div>
    </>
  );
}

interface TokensFormProps {
  readonly served: Served;
  readonly state: TokensState;
  readonly problems: readonly FieldProblem[];
  readonly set: (changes: Partial<TokensState>, how: "push" | "replace") => void;
}

function TokensForm({ served, state, problems, set }: TokensFormProps): VNode {
  const at = (field: string): FieldProblem | undefined => problems.find((one) => one.field === field);
  const invalid = (field: string, hint: boolean) => ({
    id: `tokens-${field}`,
    "aria-invalid": at(field) !== undefined,
    "aria-describedby": describedBy(`tokens-${field}`, { hint, problem: at(field) !== undefined }),
  });
  const { model, region, load } = served;
  return (
    <form class="configuration" aria-label="What is served" onSubmit={(event) => event.preventDefault()}>
      <FieldRow
        id="tokens-model"
        label="Model"
        problem={at("model")}
        onSuggestion={(one) => set({ model: one }, "push")}
      >
        <Combobox
          id="tokens-model"
          value={state.model}
          choices={model.choices ?? []}
          describedBy={describedBy("tokens-model", { hint: false, problem: at("model") !== undefined })}
          isInvalid={at("model") !== undefined}
          onChange={(one) => set({ model: one }, "push")}
        />
      </FieldRow>
      <FieldRow
        id="tokens-region"
        label="Region"
        problem={at("region")}
        onSuggestion={(one) => set({ region: one }, "push")}
      >
        <select
          {...invalid("region", false)}
          value={state.region}
          onChange={({ currentTarget }) => set({ region: currentTarget.value }, "push")}
        >
          {[...new Set([...(region.choices ?? []), state.region])].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </FieldRow>
      {AMOUNTS.map(([name, label]) => (
        <FieldRow
          key={name}
          id={`tokens-${name}`}
          label={label}
          problem={at(name)}
          onSuggestion={(one) => set({ amounts: { ...state.amounts, [name]: one } }, "push")}
        >
          <input
            {...invalid(name, false)}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            placeholder="none"
            value={state.amounts[name]}
            onInput={({ currentTarget }) =>
              set({ amounts: { ...state.amounts, [name]: currentTarget.value } }, "replace")
            }
          />
        </FieldRow>
      ))}
      {load !== undefined && (
        <FieldRow
          id="tokens-load"
          label="How busy Serverless is"
          hint={hintOf(load.description)}
          problem={at("load")}
          onSuggestion={(one) => set({ load: one }, "push")}
        >
          <select
            {...invalid("load", true)}
            value={state.load}
            onChange={({ currentTarget }) => set({ load: currentTarget.value }, "push")}
          >
            {(load.choices ?? []).map((one) => (
              <option key={one} value={one}>
                {choiceText(one)}
              </option>
            ))}
          </select>
        </FieldRow>
      )}
      <FieldRow
        id="tokens-nodes"
        label="Nodes"
        problem={at("nodes")}
        onSuggestion={(nodes) => set({ nodes }, "push")}
      >
        <input
          {...invalid("nodes", false)}
          type="text"
          inputMode="numeric"
          value={state.nodes}
          onInput={({ currentTarget }) => set({ nodes: currentTarget.value }, "replace")}
        />
      </FieldRow>
      <CopyLink />
    </form>
  );
}
