import { PLUGINS } from "../../compose-estimates";

/** The products in Markdown, each with its query and what its footprint consists of. */
export function productTable(): string {
  const rows = PLUGINS.map(
    ({ kind, product, description }) =>
      `| ${product.name} | \`${kind}\` | ${description?.resource.description ?? product.description} |`,
  );
  return ["| product | query | what it is |", "| --- | --- | --- |", ...rows].join("\n");
}
