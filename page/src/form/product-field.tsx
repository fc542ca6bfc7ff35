import type { VNode } from "preact";
import { Combobox } from "./combobox";
import { describedBy, FieldRow } from "./field-row";
import { type Catalogue, choicesOf, type FormField, isNumber } from "./fields";
import { choiceText, hintOf } from "./hints";
import { readNumber } from "./numbers";
import { placeText } from "./place-names";
import { type FieldProblem, labelOf } from "./values";

interface ProductFieldProps {
  readonly form: FormField;
  /** Where its value stands, such as `pools.0.nodeType`; names its element too. */
  readonly path: string;
  readonly idPrefix: string;
  readonly value: string;
  readonly catalogue: Catalogue;
  readonly problem: FieldProblem | undefined;
  readonly without?: readonly string[] | undefined;
  readonly onChange: (value: string, how: "push" | "replace") => void;
}

/** More names than these are searched rather than listed. */
const MOST_LISTED = 12;

/** One field of a product, with the control that its role asks for. */
export function ProductFieldRow(props: ProductFieldProps): VNode {
  const { form, path, idPrefix, catalogue, problem, onChange } = props;
  const { field } = form;
  const id = `${idPrefix}-${path.replaceAll(".", "-")}`;
  const hint = hintOf(field.description);
  const label = field.required ? labelOf(field) : `${labelOf(field)} (optional)`;
  const described = describedBy(id, { hint: hint !== "", problem: problem !== undefined });
  const control = { id, "aria-describedby": described, "aria-invalid": problem !== undefined };
  const choices = choicesOf(field, catalogue.products);
  return (
    <FieldRow
      {...{ id, label, hint }}
      problem={takeable(problem, field)}
      onSuggestion={(one) => onChange(one, "push")}
    >
      {isNumber(field) ? (
        <span class="measure">
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            placeholder={field.default ?? (field.required ? "" : "not given")}
            value={props.value}
            onInput={(event) => onChange(event.currentTarget.value, "replace")}
          />
          {field.unit !== null && field.unit !== "-" && <span class="unit">{field.unit}</span>}
        </span>
      ) : choices.length > MOST_LISTED || choices.length === 0 || !isAmong(props.value, choices) ? (
        <Combobox
          id={id}
          value={props.value}
          choices={choices}
          describedBy={described}
          isInvalid={problem !== undefined}
          placeholder={field.default ?? "not given"}
          onChange={(value) => onChange(value, "push")}
        />
      ) : (
        <select
          {...control}
          value={props.value}
          onChange={(event) => onChange(event.currentTarget.value, "push")}
        >
          {!field.required && (
            <option value="">
              {field.default === null ? "not given" : `${choiceText(field.default)} (usual)`}
            </option>
          )}
          {choices
            .filter((choice) => field.required || choice !== field.default)
            .map((choice) => (
              <option key={choice} value={choice}>
                {isPlace(field.role) ? placeText(choice, catalogue.localities) : choiceText(choice)}
                {isPlace(field.role) && props.without?.includes(choice) && " · not offered there"}
              </option>
            ))}
        </select>
      )}
    </FieldRow>
  );
}

/** A field for numbers takes no other suggestions. */
function takeable(problem: FieldProblem | undefined, field: FormField["field"]): FieldProblem | undefined {
  if (problem === undefined || !isNumber(field)) return problem;
  return { ...problem, suggestions: problem.suggestions.filter((one) => "number" in readNumber(one)) };
}

const isPlace = (role: string): boolean => role === "ZONE" || role === "REGION";

/** A name that is none, as from an old link, is shown where it can be mended. */
const isAmong = (value: string, choices: readonly string[]): boolean =>
  value === "" || choices.includes(value);
