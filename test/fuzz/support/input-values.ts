import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLString,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import type { Dice } from "./dice";
import { INHERITED_NAMES, ODD_NAMES } from "./names";
import { REPRESENTATIONS, RIGHT_INPUTS } from "./right-inputs";
import { joined, keyed, same, type Written, writtenAs } from "./written";

/** A place where a value is written. */
export interface Place {
  readonly type: GraphQLInputType;
  readonly name: string;
  readonly hasDefault: boolean;
  /** Whether it is the one member of a choice. */
  readonly isMember?: boolean;
  /** A value that gets far, as JSON. */
  readonly right?: unknown;
}

/** A variable for a place, or null for a value. */
export type VariableFor = (place: Place) => string | null;

/** Values that the data know, so that some operations get far. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  zone: ["fr-par-1", "fr-par-2", "nl-ams-1", "pl-waw-2"],
  region: ["fr-par", "nl-ams", "pl-waw"],
  type: ["PRO2-S", "DEV1-S", "LB-S"],
  nodeType: ["PRO2-S", "H100-SXM-4"],
  storageClass: ["sbs_5k", "STANDARD"],
  controlPlane: ["kapsule", "kapsule-dedicated-4"],
  model: ["llama-3.3-70b-instruct"],
};
const OTHER_TEXTS = ["", "x", "none", "nowhere", 'é\u0000"\\', "</script>\u2028", ...ODD_NAMES];

const INTS = ["0", "1", "2", "3", "-1", "2147483647", "-2147483648"];
const FLOATS = ["0", "-0.0", "1", "30", "100", "730", "1e15", "1e308", "5e-324", "-7.5", "9007199254740993"];
const DAYS = ["2026-01-01", "2025-12-02", "0000-01-01", "9999-12-31"];
const INSTANTS = ["2026-01-01T00:00:00Z", "2026-11-01T00:00:00+02:00", "9999-12-31T23:59:59Z"];
/** JSON that is of no type, or of another than is asked for. */
const WRONG = [
  "5",
  "1e999",
  '"x"',
  "true",
  "[]",
  "{}",
  "[null]",
  "[[]]",
  '{"__proto__":1}',
  "2147483648",
  '""',
];

/** The same for operations that shall have an answer. */
const SOUND = {
  ints: ["1", "2"],
  floats: ["1", "30", "100"],
  days: ["2026-01-01"],
  instants: ["2026-01-01T00:00:00Z"],
};
const ANY = { ints: INTS, floats: FLOATS, days: DAYS, instants: INSTANTS };

/** Makes values of types: what the type allows, in all the ways in which it can be written. */
export class InputValues {
  private readonly numbers: typeof ANY;

  /** @param isSound whether values are of those that get far */
  constructor(
    private readonly dice: Dice,
    private readonly isSound: boolean,
  ) {
    this.numbers = isSound ? SOUND : ANY;
  }

  wrong(): string {
    return this.dice.one(WRONG);
  }

  value(place: Place, variableFor: VariableFor): Written {
    const variable = variableFor(place);
    if (variable !== null) return { literal: variable, json: null };
    const { type, name, right } = place;
    if (!isNonNullType(type) && !place.isMember && right === undefined && this.dice.chance(10))
      return { literal: "null", json: "null" };
    const present = isNonNullType(type) ? type.ofType : type;
    if (isListType(present))
      return this.list({ type: present.ofType, name, hasDefault: false }, right, variableFor);
    if (isEnumType(present)) {
      const { name: value } = this.dice.one(present.getValues());
      return { literal: value, json: JSON.stringify(value) };
    }
    if (isInputObjectType(present)) return this.object(present, right, variableFor);
    if (right !== undefined) return same(JSON.stringify(right));
    return this.scalar(String(present), name, variableFor);
  }

  /** One value may stand for a list of it, but for null. */
  private list(item: Place, right: unknown, variableFor: VariableFor): Written {
    const items = Array.isArray(right)
      ? right.map((one) => ({ ...item, right: one }))
      : Array.from({ length: this.dice.upTo(4) }, () => item);
    const [only] = items;
    if (only !== undefined && items.length === 1 && this.dice.chance(50)) {
      return this.value({ ...only, type: getNullableType(only.type), isMember: true }, () => null);
    }
    return joined(
      "[",
      "]",
      items.map((one) => this.value(one, variableFor)),
    );
  }

  private object(type: GraphQLInputObjectType, right: unknown, variableFor: VariableFor): Written {
    const known = (right ?? (this.isSound ? RIGHT_INPUTS[type.name] : undefined)) as Record<string, unknown>;
    const fields = Object.values(type.getFields());
    const given = type.isOneOf
      ? [
          known === undefined
            ? this.dice.one(fields)
            : (fields.find(({ name }) => name in known) ?? this.dice.one(fields)),
        ]
      : fields.filter(({ name }) => (known === undefined ? this.dice.chance(40) : name in known));
    const required = type.isOneOf
      ? []
      : fields.filter((field) => isRequiredInputField(field) && !given.includes(field));
    const all = [...given, ...required];
    const parts = (this.dice.chance(30) ? all.reverse() : all).map((field) =>
      this.field(field, { isMember: type.isOneOf, right: known?.[field.name] }, variableFor),
    );
    return joined("{", "}", parts);
  }

  private field(
    { name, type, defaultValue }: GraphQLInputField,
    found: Pick<Place, "isMember" | "right">,
    variableFor: VariableFor,
  ): Written {
    return keyed(
      name,
      this.value({ type, name, hasDefault: defaultValue !== undefined, ...found }, variableFor),
    );
  }

  private scalar(type: string, name: string, variableFor: VariableFor): Written {
    switch (type) {
      case "Int":
        return same(this.dice.one(this.numbers.ints));
      case "Float":
        return same(this.dice.one(this.numbers.floats));
      case "Boolean":
        return same(this.dice.one(["true", "false"]));
      case "Date":
        return same(
          JSON.stringify(this.isSound && name === "from" ? "2025-12-02" : this.dice.one(this.numbers.days)),
        );
      case "DateTimeISO":
        return same(JSON.stringify(this.dice.one(this.numbers.instants)));
      case "_Any":
        return this.any(variableFor);
      default:
        return this.text(name);
    }
  }

  private text(name: string): Written {
    const known = this.dice.chance(90) && Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
    return same(JSON.stringify(this.dice.one(known ?? OTHER_TEXTS)));
  }

  /** A representation of an entity, or of none. */
  private any(variableFor: VariableFor): Written {
    if (!this.isSound && this.dice.chance(10)) return same(this.dice.one(["5", "[]", "{}", '"x"']));
    const values = Object.entries(this.dice.one(REPRESENTATIONS)).filter(
      () => this.isSound || this.dice.chance(80),
    );
    // Any variable may stand in it.
    const variable = variableFor({ type: GraphQLString, name: "id", hasDefault: false });
    const parts = values.map(([name, value]) =>
      keyed(name, name === "id" && variable !== null ? { literal: variable, json: null } : writtenAs(value)),
    );
    if (variable !== null && values.every(([name]) => name !== "id"))
      parts.push(keyed("id", { literal: variable, json: null }));
    if (this.dice.chance(10)) parts.push(keyed(this.dice.one(INHERITED_NAMES), this.text("")));
    return joined("{", "}", parts);
  }
}
