import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { Dice } from "../support/dice";
import { type Words, wordFor } from "./words";

/** The name of an enum's value: written without quotes in a document, and with them in JSON. */
export class Choice {
  constructor(readonly name: string) {}

  toJSON(): string {
    return this.name;
  }
}

/** A value that stands as a variable in the document. */
export class Reference {
  constructor(readonly variable: string) {}
}

/** Gives a variable for a place within a value, or null for one that stands there itself. */
export type Inside = (
  type: GraphQLInputType,
  name: string,
  hasDefault: boolean,
  input: string,
) => Reference | null;

/** Periods are asked for by hours, by both ends or by a day: any other mixture of members is refused. */
const PERIODS = [["hours"], ["start", "end"], ["asOf"], ["hours", "asOf"], ["start", "end", "asOf"]];

const NUMBERS = [0, 1, 2.5, 30, 100, 730, 1e3, 5_000, 1e6, 0.1, -1, 1e15, 2 ** 31, 101];

/** Values of input types, some of them wrong. */
export class Values {
  /** How many in a hundred are of another type than they should be. */
  private readonly wrong: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly words: Words,
    private readonly dice: Dice,
  ) {
    this.wrong = dice.chance(75) ? 0 : 4;
  }

  value(type: GraphQLInputType, name: string, inside: Inside = () => null, input = ""): unknown {
    const { dice } = this;
    if (isNonNullType(type)) return this.value(type.ofType, name, inside, input);
    if (dice.chance(this.wrong)) return dice.one([null, "text", 1.5, true, [], {}, [[null]], -0]);
    if (isListType(type)) {
      const one = (): unknown =>
        inside(type.ofType, name, false, input) ?? this.value(type.ofType, name, inside, input);
      // One alone stands for a list of one.
      return dice.chance(8) ? one() : Array.from({ length: dice.upTo(4) }, one);
    }
    if (isEnumType(type)) return new Choice(dice.one(type.getValues()).name);
    if (isInputObjectType(type)) return this.object(type, inside);
    return this.scalar(String(type), name, input);
  }

  private object(input: GraphQLInputObjectType, inside: Inside): Record<string, unknown> {
    const { dice } = this;
    const fields = Object.values(input.getFields());
    // A choice of one is known by its members, none of which is required.
    const isChoice =
      input.isOneOf ||
      (fields.length > 3 &&
        fields.every(({ type }) => isInputObjectType(getNamedType(type)) && !isNonNullType(type)));
    const wanted = isChoice
      ? [dice.one(fields), ...(dice.chance(2) ? [dice.one(fields)] : [])]
      : fields.filter(({ type, defaultValue }) =>
          isNonNullType(type) && defaultValue === undefined ? !dice.chance(this.wrong) : dice.chance(40),
        );
    if (input.name === "PeriodInput" && dice.chance(85)) {
      const members = dice.one(PERIODS);
      wanted.splice(0, wanted.length, ...fields.filter(({ name }) => members.includes(name)));
    }
    const shuffled = dice.chance(30) ? [...wanted].reverse() : wanted;
    const made = shuffled.map(({ name, type, defaultValue }): [string, unknown] => [
      name,
      inside(type, name, defaultValue !== undefined, input.name) ??
        (!isNonNullType(type) && dice.chance(6) ? null : this.value(type, name, inside, input.name)),
    ]);
    if (dice.chance(this.wrong)) made.push(["unknownKey", 1]);
    return Object.fromEntries(made);
  }

  private scalar(type: string, name: string, input = ""): unknown {
    const { dice } = this;
    switch (type) {
      case "Int":
        return dice.one([0, 1, 2, 8, 100]);
      case "Float":
        return dice.chance(50) ? dice.one(NUMBERS) : dice.upTo(1_000_000) / 997;
      case "Boolean":
        return dice.chance(50);
      case "_Any":
        return this.representation();
      default:
        return wordFor(input, name, this.words, dice);
    }
  }

  /** What a gateway would send of an entity: its leaves and lists, by the words of their names. */
  private representation(): unknown {
    const { dice } = this;
    const union = this.schema.getType("_Entity");
    if (!isUnionType(union)) return {};
    const type = dice.one(union.getTypes());
    const made: [string, unknown][] = [["__typename", dice.chance(3) ? "Nothing" : type.name]];
    for (const { name, type: of } of Object.values(type.getFields())) {
      const inner = getNamedType(of);
      if (isLeafType(inner) && !dice.chance(5)) made.push([name, this.scalar(inner.name, name)]);
      else if (isObjectType(inner) && isListType(isNonNullType(of) ? of.ofType : of))
        made.push([name, Array.from({ length: dice.upTo(3) }, () => this.leaves(inner.getFields()))]);
    }
    return Object.fromEntries(made);
  }

  private leaves(fields: Readonly<Record<string, { name: string; type: unknown }>>): object {
    const leaves = Object.values(fields).map(({ name, type }) => ({
      name,
      type: String(type).replace("!", ""),
    }));
    return Object.fromEntries(leaves.map(({ name, type }) => [name, this.scalar(type, name)]));
  }
}

/** A value as it stands in a document. */
export function written(value: unknown, dice: Dice): string {
  if (value instanceof Reference) return `$${value.variable}`;
  if (value instanceof Choice) return value.name;
  if (Array.isArray(value))
    return `[${value.map((one) => written(one, dice)).join(dice.one([", ", " ", ","]))}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([name, one]) => `${name}: ${written(one, dice)}`);
    return `{${members.join(dice.one([", ", " "]))}}`;
  }
  if (typeof value === "number" && Object.is(value, -0)) return "-0";
  if (typeof value === "string" && dice.chance(10) && !/["\\\n\u2028]|^\s|\s$|^$/.test(value))
    return `"""${value}"""`;
  return JSON.stringify(value);
}
