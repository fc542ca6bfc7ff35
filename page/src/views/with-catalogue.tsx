import type { ComponentChildren, VNode } from "preact";
import { useCatalogue } from "../api/use-catalogue";
import type { Catalogue } from "../form/fields";
import { Problem } from "../ui/problem";

interface WithCatalogueProps {
  readonly title: string;
  readonly children: (catalogue: Catalogue) => ComponentChildren;
}

/** Wraps a view that needs the products: shows loading and errors until they are there. */
export function WithCatalogue({ title, children }: WithCatalogueProps): VNode {
  const { data, problems } = useCatalogue();
  const [problem] = problems;
  return (
    <div class={`view ${title.toLowerCase()}`}>
      <h1>{title}</h1>
      {data !== null && data.products.length > 0 && children(data)}
      {data !== null && data.products.length === 0 && <Problem message="This graph has no products." />}
      {data === null && problem !== undefined && <Problem message={problem.message} />}
      {data === null && problem === undefined && <p class="wait">Loading …</p>}
    </div>
  );
}
