import { getMetadataStorage } from "type-graphql";
import type { Class } from "../../core/helpers";

/** Whose some queries are: in words, as a message names them. */
export interface QueryOwner {
  readonly name: string;
  readonly resolvers: readonly Class[];
}

/** @throws Error for two that have a query of one name: the last of them would answer for both. */
export function requireOwnQueries(owners: readonly QueryOwner[]): void {
  const owned = new Map<string, QueryOwner>();
  const { queries } = getMetadataStorage();
  for (const owner of owners) {
    for (const { schemaName } of queries.filter(({ target }) => owner.resolvers.includes(target as Class))) {
      const other = owned.get(schemaName);
      if (other !== undefined) {
        const both =
          other === owner
            ? `${owner.name} has two queries`
            : `${other.name} and ${owner.name} have one query`;
        throw new Error(`${both}, "${schemaName}": give one of them another name`);
      }
      owned.set(schemaName, owner);
    }
  }
}
