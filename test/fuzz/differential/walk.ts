import {
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import type { Dice } from "../support/dice";
import { Reference, Values, written } from "./values";
import type { Words } from "./words";

/** A request as a client sends it. */
export interface Asked {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A field, its arguments, and what is selected of it; printed in one of many ways. */
interface Picked {
  readonly head: string;
  readonly type: GraphQLNamedType;
  readonly inner: readonly Picked[];
}

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly byDefault: string | null;
}

/**
 * A random request: first a tree of fields, picked from the root on, then the ways in which it can be written, which all mean
 * the same: fragments of any kind, fields told twice, aliases, and directives and variables for whatever may be one.
 */
export function requestOf(schema: GraphQLSchema, words: Words, dice: Dice): Asked {
  return new Writer(schema, words, dice).request();
}

const ALIASES = ["a", "b", "id", "name", "total", "constructor", "__a", "toString", "hasOwnProperty"];

class Writer {
  private readonly values: Values;
  private readonly declared: Declared[] = [];
  private readonly sent: Record<string, unknown> = {};
  private readonly fragments: string[] = [];
  private left: number;
  private readonly variablesInHundred: number;
  private readonly directivesInHundred: number;
  private readonly fragmentsInHundred: number;

  constructor(
    private readonly schema: GraphQLSchema,
    words: Words,
    private readonly dice: Dice,
  ) {
    this.values = new Values(schema, words, dice);
    this.left = 2 + dice.upTo(dice.one([4, 12, 40]));
    this.variablesInHundred = dice.one([0, 15, 60]);
    this.directivesInHundred = dice.one([0, 0, 15]);
    this.fragmentsInHundred = dice.one([0, 15, 40]);
  }

  request(): Asked {
    const { dice } = this;
    const root = this.schema.getQueryType() as GraphQLNamedType;
    const text = this.block(root, this.tree(root, 1 + dice.upTo(2), 0));
    const name = dice.chance(40) ? dice.one(["Q", "Mine", "query", "constructor"]) : "";
    const declared = this.declared.map(
      ({ name: one, type, byDefault }) => `$${one}: ${type}${byDefault === null ? "" : ` = ${byDefault}`}`,
    );
    const head = declared.length === 0 ? "" : `(${declared.join(dice.one([", ", " "]))})`;
    const operation = `query ${name}${head} ${text}`;
    const all = dice.chance(50) ? [operation, ...this.fragments] : [...this.fragments, operation];
    const hasOther = name !== "" && dice.chance(20);
    if (hasOther) all.unshift("query Another { methodology { id } }");
    if (dice.chance(10)) this.sent.nobodyAsked = dice.one([1, null, { a: [1] }]);
    const operationName = name !== "" && (hasOther || dice.chance(50)) ? name : null;
    return { query: all.join("\n"), operationName, variables: this.sent };
  }

  /** Picks so many fields of a type, and what is below them. */
  private tree(type: GraphQLNamedType, count: number, level: number): Picked[] {
    const { dice } = this;
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields()).filter(
      (field) => field.name !== "_service" && (level < 7 || !isCompositeType(getNamedType(field.type))),
    );
    const picked: Picked[] = [];
    for (let index = 0; index < count && this.left > 0 && fields.length > 0; index++) {
      this.left -= 1;
      picked.push(this.field(dice.one(fields), level));
    }
    return picked;
  }

  private field(field: GraphQLField<unknown, unknown>, level: number): Picked {
    const { dice } = this;
    const args = field.args.filter((one) => isRequiredArgument(one) || dice.chance(35));
    const given = args.map(({ name, type, defaultValue }) => {
      const value = this.variable(type, name, defaultValue !== undefined) ?? this.value(type, name);
      return `${name}: ${written(value, dice)}`;
    });
    const shown = given.length === 0 ? "" : `(${given.join(dice.one([", ", " "]))})`;
    // Fields with arguments have a name of their own, as two of them could differ.
    const alias =
      given.length > 0 ? `${field.name}_${this.left}: ` : dice.chance(12) ? `${this.alias()}: ` : "";
    const type = getNamedType(field.type);
    return {
      head: `${alias}${field.name}${shown}`,
      type,
      inner: this.tree(type, 1 + dice.upTo(5), level + 1),
    };
  }

  private alias(): string {
    const odd = this.dice.one(ALIASES);
    return this.dice.chance(25) ? odd : `${odd}_${this.left}`;
  }

  private value(type: GraphQLInputType, name: string): unknown {
    return this.values.value(type, name, (...place) => this.variable(...place));
  }

  /** Declares a variable for a place and decides what is sent for it; null for a value that stands there itself. */
  private variable(type: GraphQLInputType, place: string, hasDefault: boolean, input = ""): Reference | null {
    const { dice } = this;
    if (!dice.chance(this.variablesInHundred)) return null;
    const bare = isNonNullType(type) ? type.ofType : type;
    const name = `${dice.one(["v", "V", "_", "toString"])}${this.declared.length}`;
    const isStrict = isNonNullType(type) ? !(hasDefault && dice.chance(50)) : dice.chance(30);
    const isDefaulted = dice.chance(25);
    const byDefault = isDefaulted ? written(this.values.value(bare, place, undefined, input), dice) : null;
    const isLoose = !isStrict || (isDefaulted && dice.chance(50));
    this.declared.push({ name, type: isLoose ? String(bare) : `${bare}!`, byDefault });
    if (isDefaulted && dice.chance(50)) return new Reference(name);
    if (!dice.chance(4))
      this.sent[name] = dice.chance(isLoose ? 15 : 1)
        ? null
        : this.values.value(bare, place, undefined, input);
    return new Reference(name);
  }

  /** The picked fields in braces, parted and wrapped at random; never empty. */
  private block(type: GraphQLNamedType, fields: readonly Picked[]): string {
    const { dice } = this;
    const parts = fields.flatMap((field) => this.told(type, field));
    if (parts.length === 0 || dice.chance(10)) parts.push(this.conditional("__typename"));
    if (isAbstractType(type) && dice.chance(90)) parts.push(...this.narrowed(type));
    return `{${dice.one([" ", "\n", ","])}${parts.join(dice.one([" ", ", ", "\n", " #\n "]))} }`;
  }

  /** A field as it is, in a fragment, or in two pieces of which each asks for some of it. */
  private told(type: GraphQLNamedType, { head, type: of, inner }: Picked): string[] {
    const { dice } = this;
    if (!isCompositeType(of)) return [this.wrapped(type, this.conditional(head))];
    const cut = dice.chance(15) && inner.length > 1 ? 1 + dice.upTo(inner.length - 1) : inner.length;
    const pieces = [inner.slice(0, cut), inner.slice(cut)].filter(
      (piece, index) => index === 0 || piece.length > 0,
    );
    if (dice.chance(4)) pieces.push(inner.slice(0, 1));
    return pieces.map((piece) => this.wrapped(type, `${this.conditional(head)} ${this.block(of, piece)}`));
  }

  private wrapped(type: GraphQLNamedType, text: string): string {
    const { dice } = this;
    if (!dice.chance(this.fragmentsInHundred)) return text;
    const wider: GraphQLNamedType[] = isObjectType(type) ? [type, ...type.getInterfaces()] : [type];
    switch (dice.upTo(3)) {
      case 0:
        return `${this.conditional("...")} { ${text} }`;
      case 1:
        return `${this.conditional(`... on ${type}`)} { ${text} ${dice.chance(20) ? "__typename" : ""} }`;
      default: {
        const name = `${dice.one(["F", "on_", "constructor"])}${this.fragments.length}`;
        // Around a fragment on the type there may be one on an interface of it.
        const around = dice.one(wider);
        this.fragments.push(
          around === type
            ? `fragment ${name} on ${type} { ${text} }`
            : `fragment ${name} on ${around} { ... on ${type} { ${text} } }`,
        );
        return this.conditional(`...${name}`);
      }
    }
  }

  /** Fragments on types that the object can be. */
  private narrowed(type: GraphQLNamedType): string[] {
    const { dice } = this;
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const some = possible.filter(() => dice.chance(40));
    return some.map((one) => `... on ${one} ${this.block(one, this.tree(one, 1 + dice.upTo(3), 3))}`);
  }

  private conditional(text: string): string {
    const { dice } = this;
    if (!dice.chance(this.directivesInHundred)) return text;
    const on = new GraphQLNonNull(GraphQLBoolean);
    const condition = (): string => written(this.variable(on, "if", false) ?? dice.chance(60), dice);
    const names = dice.one([["include"], ["skip"], ["skip", "include"]]);
    return `${text} ${names.map((name) => `@${name}(if: ${condition()})`).join(" ")}`;
  }
}
