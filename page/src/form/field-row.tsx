import type { ComponentChildren, VNode } from "preact";
import type { FieldProblem } from "./values";

interface FieldRowProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem: FieldProblem | undefined;
  /** Accepts a suggestion. */
  readonly onSuggestion: (suggestion: string) => void;
  readonly children: ComponentChildren;
}

/** A field with label, description and problems. */
export function FieldRow({ id, label, hint, problem, onSuggestion, children }: FieldRowProps): VNode {
  return (
    <div class={problem === undefined ? "field" : "field wrong"}>
      <label for={id}>{label}</label>
      {children}
      {hint !== undefined && hint !== "" && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} problem={problem} onSuggestion={onSuggestion} />
    </div>
  );
}

/** An alert for screen readers, with suggestions. */
function FieldError({
  id,
  problem,
  onSuggestion,
}: Pick<FieldRowProps, "id" | "problem" | "onSuggestion">): VNode {
  return (
    <div id={`${id}-problem`} class="said" role="alert">
      {problem !== undefined && (
        <>
          <p>{problem.message}</p>
          {problem.suggestions.length > 0 && (
            <p class="suggestions">
              {problem.suggestions.slice(0, 5).map((one) => (
                <button type="button" key={one} onClick={() => onSuggestion(one)}>
                  Take {one}
                </button>
              ))}
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** Ids for `aria-describedby`. */
export function describedBy(id: string, has: { hint: boolean; problem: boolean }): string | undefined {
  const ids = [...(has.hint ? [`${id}-hint`] : []), ...(has.problem ? [`${id}-problem`] : [])];
  return ids.length === 0 ? undefined : ids.join(" ");
}
