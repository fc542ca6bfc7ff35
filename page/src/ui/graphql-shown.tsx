import type { VNode } from "preact";
import { useId } from "preact/hooks";
import type { TypedDocumentString } from "../generated/operations";
import { CopyButton } from "./copy-button";
import { Scrolled } from "./scrolled";

export interface ShownQuestion {
  /** A description of the query. */
  readonly title: string;
  readonly document: TypedDocumentString<never, never> | { toString(): string };
  readonly variables: object;
}

/** Longest URL that servers accept. */
const LONGEST_ADDRESS = 8_000;

/** The queries behind the view, to copy them or to open them in the explorer. */
export function GraphqlShown({ questions }: { readonly questions: readonly ShownQuestion[] }): VNode | null {
  const id = useId();
  if (questions.length === 0) return null;
  return (
    <details class="graphql">
      <summary>GraphQL of what is shown</summary>
      {questions.map(({ title, document, variables }, index) => {
        const query = tidy(document.toString());
        const values = JSON.stringify(variables, null, 2);
        const address = `graphql?${new URLSearchParams({ query, variables: values })}`;
        return (
          <section key={title} aria-labelledby={`${id}-${index}`}>
            <h3 id={`${id}-${index}`}>{title}</h3>
            <p class="actions">
              <CopyButton text={() => query} otherwise="select it below">
                Copy the query
              </CopyButton>
              <CopyButton text={() => values} otherwise="select them below">
                Copy the variables
              </CopyButton>
              <a href={address.length <= LONGEST_ADDRESS ? address : "graphql"}>Open in GraphiQL</a>
            </p>
            <Scrolled label={`Query: ${title}`}>
              <pre>{query}</pre>
            </Scrolled>
            <Scrolled label={`Variables: ${title}`}>
              <pre>{values}</pre>
            </Scrolled>
          </section>
        );
      })}
    </details>
  );
}

/** Generated documents are indented. */
function tidy(document: string): string {
  return document.replace(/^\n? {4}/, "").trimEnd();
}
