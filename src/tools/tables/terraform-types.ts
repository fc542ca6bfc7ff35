import { composeEstimates } from "../../compose-estimates";
import { alwaysAbsent, type InfrastructureRow } from "../../core/contract";
import { groupBy } from "../../core/helpers";
import { resourceTypesKnown } from "../../terraform";

/** What is done with each type of resource of Terraform, for docs/terraform.md. */
export function terraformTypesTable(): string {
  const { infrastructure, sessionAt } = composeEstimates();
  const session = sessionAt(new Date());
  const parts = [...infrastructure()].flatMap(([kind, rows]) => {
    const byPart = groupBy(rows, ({ resource, part }) => JSON.stringify([resource, part]));
    return [...byPart.values()].map((ofPart) => ({
      resource: (ofPart[0] as InfrastructureRow).resource,
      name: session.product(kind).name,
      absent: alwaysAbsent(ofPart),
    }));
  });
  const products = groupBy(
    parts.filter(({ absent }) => absent === null),
    ({ resource }) => resource,
  );
  const absent = new Map(parts.map((part) => [part.resource, part.absent]));
  const known = resourceTypesKnown();
  const estimated = [...products].sort(([one], [other]) => (one < other ? -1 : 1));
  const rest = groupBy(
    known.filter(({ resource }) => !products.has(resource)),
    ({ resource, status, says, product }) =>
      absent.get(resource) ??
      (status === "not-covered" ? `not covered yet: ${product}` : (says ?? "no footprint of its own")),
  );
  return [
    "| resources | what is done with them |",
    "| --- | --- |",
    ...estimated.map(
      ([resource, all]) =>
        `| \`${resource}\` | estimated: ${[...new Set(all.map(({ name }) => name))].join(", ")} |`,
    ),
    ...[...rest]
      .sort()
      .map(([what, all]) => `| ${all.map(({ resource }) => `\`${resource}\``).join(", ")} | ${what} |`),
  ].join("\n");
}
