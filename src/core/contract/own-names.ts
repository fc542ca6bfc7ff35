import { foldName } from "../errors";
import type { ProductPlugin } from "./plugin";

/** @throws Error for two products that have one name for something of theirs: one of them would be lost. */
export function requireOwnNames(plugins: Iterable<ProductPlugin>): void {
  const owners = new Map<string, string>();
  for (const plugin of plugins) {
    for (const [what, name] of namesOf(plugin)) {
      const key = `${what} ${name}`;
      const other = owners.get(key);
      if (other === plugin.kind && what === "type of the graph") {
        throw new Error(
          `the product "${other}" has two types of the graph, "${name}": give one of them another name`,
        );
      }
      if (other === plugin.kind) {
        throw new Error(
          `two plugins are the product "${other}": leave one of them out, or give one another kind`,
        );
      }
      if (other !== undefined) {
        throw new Error(`the products "${other}" and "${plugin.kind}" have one ${what}, "${name}"`);
      }
      owners.set(key, plugin.kind);
    }
  }
}

function namesOf(plugin: ProductPlugin): (readonly [what: string, name: string])[] {
  const { kind, product } = plugin;
  const { id, name, aliases = [] } = product;
  const names = [...new Set([kind, id, name, ...aliases].map(foldName))].map((one) => ["name", one] as const);
  return [
    ["kind", kind],
    ["id", id],
    ...names,
    ...ownTypeNames(plugin).map((type) => ["type of the graph", type] as const),
  ];
}

/** Names of the types that the description of a product adds to the graph. */
export function ownTypeNames({ description }: ProductPlugin): string[] {
  const { list = null, resource, entity = null } = description ?? {};
  const offer = list !== null && "name" in list.offer ? list.offer.name : undefined;
  return [resource?.name, offer, entity?.name].filter((name) => name !== undefined);
}
