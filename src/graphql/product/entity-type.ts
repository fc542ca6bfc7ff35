import { Directive, ObjectType } from "type-graphql";
import {
  During,
  External,
  Footprint,
  FootprintRequiring,
  ForeignEntity,
  type Graph,
  type PeriodInput,
  TheGraph,
} from "../../../schema/types";
import {
  asEntityError,
  type DescribedField,
  fullyRead,
  type PluginEntity,
  type ProductDescription,
  type Representation,
} from "../../core/contract";
import { addProperty, valueType } from "./columns";
import { named } from "./resource-types";

/** The same product as another subgraph owns it: what its owner must send, and its footprint. */
export function entityOf({ kind, fields, entity }: ProductDescription): PluginEntity | null {
  if (entity === null) return null;
  const owned = Object.entries(fields).filter(([, field]) => field.owned !== undefined);
  const requires = [...owned]
    .sort(placeFirst)
    .map(([name]) => name)
    .join(" ");
  const specOf = fullyRead((given) =>
    Object.fromEntries(owned.map(([name, field]) => [name, read(given, name, field)])),
  );

  @Directive('@key(fields: "id")')
  @ObjectType(entity.name, { description: entity.description })
  class Entity extends ForeignEntity<Representation> {
    value(name: string, field: DescribedField): unknown {
      return read(this.given, name, field);
    }

    @FootprintRequiring(requires)
    footprint(@TheGraph() graph: Graph, @During() during?: PeriodInput | null): Promise<Footprint> {
      return asEntityError(
        async () => new Footprint(await graph.footprint(kind, specOf(this.given), during)),
      );
    }
  }
  for (const [name, field] of owned) {
    const options = { type: valueType(field.type), description: field.owned as string };
    addProperty(Entity, name, options, (one) => one.value(name, field));
    External()(Entity.prototype, name);
  }
  const type = named(Entity, entity.name);
  return { type, listedAs: entity.listedAs, requires, specOf };
}

/** Where it is comes first, in what is required of an owner and said of it. */
function placeFirst([, a]: [string, DescribedField], [, b]: [string, DescribedField]): number {
  return Number(isPlace(b)) - Number(isPlace(a));
}

function isPlace({ role }: DescribedField): boolean {
  return role === "ZONE" || role === "REGION";
}

function read(given: Representation, name: string, { type }: DescribedField): unknown {
  return type === "text" ? given.text(name) : given.number(name);
}
