import { Directive, ObjectType } from "type-graphql";
import {
  CurrentSession,
  During,
  External,
  Footprint,
  FootprintRequiring,
  ForeignEntity,
  OperatorEstimate,
  OperatorEstimateRequiring,
  type PeriodInput,
} from "../../../schema/types";
import {
  asEntityError,
  fullyRead,
  type PluginEntity,
  type ProductDescription,
  type Representation,
} from "../../core/contract";
import type { Class } from "../../core/helpers";
import type { Session } from "../../estimates";
import { addArguments, argumentsOf, valuesByName } from "./arguments";
import { addProperty, type FieldOptions, valueType } from "./columns";
import {
  type OwnedField,
  optionalFields,
  ownedFields,
  ownedType,
  requiredSelection,
  specIn,
  valueIn,
} from "./owned-fields";
import { named } from "./resource-types";

/** The same product as another subgraph owns it: what its owner must send, and its footprint. */
export function entityOf({ kind, fields, entity }: ProductDescription): PluginEntity | null {
  if (entity === null) return null;
  const owned = ownedFields(fields);
  const requires = requiredSelection(owned);
  const specOf = fullyRead((given) => specIn(given, owned));
  const renamed = Object.fromEntries(owned.map(({ name, as }) => [name, as]));
  const args = argumentsOf(fields, "entity");

  @Directive('@key(fields: "id")')
  @ObjectType(entity.name, { description: entity.description })
  class Entity extends ForeignEntity<Representation> {
    value(one: OwnedField): unknown {
      return valueIn(this.given, one);
    }

    items(name: string): Representation[] {
      return this.given.list(name);
    }

    @FootprintRequiring(requires)
    footprint(
      @CurrentSession() session: Session,
      @During() during?: PeriodInput | null,
      ...values: unknown[]
    ): Promise<Footprint> {
      return asEntityError(
        async () => new Footprint(await session.footprint(kind, this.specWith(values), during)),
        renamed,
      );
    }

    @OperatorEstimateRequiring(requires)
    operatorEstimate(
      @CurrentSession() session: Session,
      @During() during?: PeriodInput | null,
      ...values: unknown[]
    ): Promise<OperatorEstimate | null> {
      return asEntityError(async () => {
        const estimate = await session.operatorEstimate(kind, this.specWith(values), during);
        return estimate === null ? null : new OperatorEstimate(estimate);
      }, renamed);
    }

    private specWith(values: readonly unknown[]): object {
      const known = specOf(this.given) as Readonly<Record<string, unknown>>;
      const given = Object.entries(valuesByName(args, values)).filter(([, value]) => value != null);
      return { ...known, ...Object.fromEntries(given) };
    }
  }
  addArguments(Entity as never, "footprint", args);
  addArguments(Entity as never, "operatorEstimate", args);
  for (const one of owned) {
    if (one.mayLack) continue;
    if (one.field.nested === undefined) addExternal(Entity, one, (entity) => entity.value(one));
    else {
      const Item = itemType(one);
      const read = (entity: Entity) => entity.items(one.as).map((item) => new Item(item));
      addExternal(Entity, one, read, () => [Item]);
    }
  }
  const type = named(Entity, entity.name);
  return { type, listedAs: entity.listedAs, requires, optional: optionalFields(owned), renamed, specOf };
}

/** The type of an item of a list in an entity. @throws Error for a list of which nothing is said */
function itemType({ field, nested }: OwnedField): Class {
  const text = field.nested?.owned;
  if (text === undefined)
    throw new Error(`${field.nested?.name} does not say what it is called in an entity`);
  @ObjectType(text.name, { description: text.description })
  class Item {
    constructor(readonly given: Representation) {}
  }
  for (const one of nested) if (!one.mayLack) addExternal(Item, one, ({ given }) => valueIn(given, one));
  return named(Item, text.name);
}

function addExternal<T extends object>(
  cls: Class<T>,
  { as, field, description }: OwnedField,
  read: (one: T) => unknown,
  typeOf?: FieldOptions["type"],
): void {
  addProperty(cls, as, { type: typeOf ?? externalType(field), description }, read);
  External()(cls.prototype, as);
}

function externalType(field: OwnedField["field"]): FieldOptions["type"] {
  const type = ownedType(field);
  return valueType(type === "languageModel" ? "text" : type);
}
