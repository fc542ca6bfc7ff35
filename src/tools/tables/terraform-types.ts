import { composeEstimates } from "../../compose-estimates";
import { groupBy } from "../../core/lang";
import { resourceTypesKnown } from "../../terraform";

/** What is done with each type of resource of Terraform, for docs/terraform.md. */
export function terraformTypesTable(): string {
  const { infrastructure, sessionAt } = composeEstimates();
  const session = sessionAt(new Date());
  const products = groupBy(
    [...infrastructure()].flatMap(([kind, rows]) =>
      [...new Set(rows.map(({ resource }) => resource))].map((resource) => ({
        resource,
        name: session.product(kind).name,
      })),
    ),
    ({ resource }) => resource,
  );
  const known = resourceTypesKnown();
  const estimated = [...products].sort(([one], [other]) => (one < other ? -1 : 1));
  const rest = groupBy(
    known.filter(({ resource }) => !products.has(resource)),
    ({ status, says, product }) =>
      status === "not-covered" ? `not covered yet: ${product}` : (says ?? "no footprint of its own"),
  );
  return [
    "| resources | what is done with them |",
    "| --- | --- |",
    ...estimated.map(
      ([resource, all]) => `| \`${resource}\` | estimated: ${all.map(({ name }) => name).join(", ")} |`,
    ),
    ...[...rest]
      .sort()
      .map(([what, all]) => `| ${all.map(({ resource }) => `\`${resource}\``).join(", ")} | ${what} |`),
  ].join("\n");
}
