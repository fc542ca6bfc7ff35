import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from "graphql";

/** Picks from what is there: a seeded source, so that a query can be made again. */
export interface Dice {
  upTo(exclusive: number): number;
  one<T>(options: readonly T[]): T;
  chance(ofHundred: number): boolean;
}

export const dice: fc.Arbitrary<Dice> = fc.gen().map((gen) => ({
  upTo: (exclusive) => gen(fc.nat, Math.max(0, exclusive - 1)),
  one: (options) => options[gen(fc.nat, options.length - 1)] as never,
  chance: (ofHundred) => gen(fc.nat, 99) < ofHundred,
}));

/** Values that the data know, so that some queries get far. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  zone: ["fr-par-1", "fr-par-2", "nl-ams-1", "pl-waw-2", "nowhere"],
  region: ["fr-par", "nl-ams", "pl-waw", "nowhere"],
  type: ["PRO2-S", "DEV1-S", "H100-1-80G", "LB-S", "LB-GP-M", "none"],
  nodeType: ["PRO2-S", "H100-SXM-4", "none"],
  storageClass: ["sbs_5k", "STANDARD", "standard", "none"],
  controlPlane: ["kapsule", "kapsule-dedicated-4", "none"],
  model: ["llama-3.3-70b-instruct", "none"],
};

/** Random valid queries: a walk over the graph of types with aliases, fragments and arguments. */
export class QueryMaker {
  private fragments: string[] = [];
  private names = 0;
  private left = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
  ) {}

  query(): string {
    this.fragments = [];
    this.left = 60;
    const root = this.schema.getQueryType() as GraphQLCompositeType;
    return [`query Fuzz ${this.selection(root, 7)}`, ...this.fragments].join("\n");
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + this.dice.upTo(4) }, () => this.part(type, depth));
    return `{ ${["__typename", ...parts].join(" ")} }`;
  }

  private part(type: GraphQLCompositeType, depth: number): string {
    this.left -= 1;
    if (depth <= 0 || this.left <= 0) return "__typename";
    if (this.dice.chance(15)) return this.fragment(this.narrowed(type), depth - 1);
    if (isUnionType(type)) return this.fragment(this.narrowed(type), depth - 1);
    const fields = Object.values(type.getFields()).filter(({ name }) => name !== "_service");
    return this.field(this.dice.one(fields), depth);
  }

  private narrowed(type: GraphQLCompositeType): GraphQLCompositeType {
    return isObjectType(type) ? type : this.dice.one(this.schema.getPossibleTypes(type));
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    if (this.dice.chance(50)) return `... on ${type.name} ${this.selection(type, depth)}`;
    const name = `F${this.names++}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${this.selection(type, depth)}`);
    return `...${name}`;
  }

  /** Always by an alias of its own: fields of one name with other arguments could not be merged. */
  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const inner =
      isObjectType(type) || isInterfaceType(type) || isUnionType(type) ? this.selection(type, depth - 1) : "";
    const include = this.dice.chance(5) ? "@include(if: true)" : "";
    return `a${this.names++}: ${field.name}${this.args(field.args)} ${include} ${inner}`;
  }

  private args(args: readonly GraphQLArgument[]): string {
    const given = args.filter((argument) => isRequiredArgument(argument) || this.dice.chance(40));
    if (given.length === 0) return "";
    return `(${given.map(({ name, type }) => `${name}: ${this.value(type, name, 4)}`).join(", ")})`;
  }

  private value(type: GraphQLInputType, name: string, depth: number): string {
    if (isNonNullType(type)) return this.value(type.ofType, name, depth);
    if (isListType(type)) {
      const element = type.ofType;
      return `[${Array.from({ length: this.dice.upTo(4) }, () => this.value(element, name, depth - 1)).join(", ")}]`;
    }
    if (isEnumType(type)) return this.dice.one(type.getValues()).name;
    if (!isInputObjectType(type)) return this.scalar(type.name, name);
    const fields = Object.values(type.getFields());
    const given = type.isOneOf
      ? [this.dice.one(fields)]
      : fields.filter((field) => isRequiredInputField(field) || this.dice.chance(40));
    return `{ ${given.map((field) => `${field.name}: ${this.value(field.type, field.name, depth)}`).join(", ")} }`;
  }

  private scalar(type: string, name: string): string {
    switch (type) {
      case "Int":
        return this.dice.one(["0", "1", "3", "-1", "2147483647", "-2147483648"]);
      case "Float":
        return this.dice.one([
          "0",
          "-0.0",
          "1",
          "30",
          "730",
          "1e15",
          "1e308",
          "5e-324",
          "-7.5",
          "9007199254740993",
        ]);
      case "Boolean":
        return this.dice.one(["true", "false"]);
      case "Date":
        return this.dice.one(['"2026-01-01"', '"2025-12-02"', '"0000-01-01"', '"9999-12-31"']);
      case "DateTimeISO":
        return this.dice.one([
          '"2026-01-01T00:00:00Z"',
          '"2026-11-01T00:00:00+02:00"',
          '"9999-12-31T23:59:59Z"',
        ]);
      case "_Any":
        return this.dice.one(['{ __typename: "Server", id: "1" }', '{ __typename: "Bucket" }', "{}"]);
      default:
        return JSON.stringify(this.dice.one(KNOWN[name] ?? ["", "x", "sbs_5k", "é\u0000"]));
    }
  }
}
