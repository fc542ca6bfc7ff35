import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLNonNull,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { diceOf } from "./dice";
import { InputValues, type Place } from "./input-values";
import { RIGHT_INPUTS } from "./right-inputs";

/** A place in an argument, with what must stand around it. */
export interface InputPosition {
  readonly place: Place;
  /** From the argument on, as errors name it. */
  readonly path: string;
  readonly written: (inside: string) => string;
}

/** A value that gets far. */
export function right({ type, name }: Pick<Place, "type" | "name">): string {
  const sound = new InputValues(diceOf(1), true);
  const place = { type: new GraphQLNonNull(getNullableType(type)), name, hasDefault: false };
  return sound.value(place, () => null).literal;
}

/** Whether null is refused there. */
export function isStrict({ type, isMember = false }: Place): boolean {
  return isNonNullType(type) || isMember;
}

/** Every place in an argument, the argument itself first, at any depth. */
export function positionsIn(place: Place): InputPosition[] {
  return below({ place, path: place.name, written: (inside) => inside });
}

function below(position: InputPosition): InputPosition[] {
  const type = getNullableType(position.place.type);
  if (isListType(type)) return [position, ...below(itemOf(position, type.ofType))];
  if (!isInputObjectType(type)) return [position];
  return [position, ...Object.keys(type.getFields()).flatMap((name) => below(fieldOf(position, type, name)))];
}

function itemOf({ place, path, written }: InputPosition, type: GraphQLInputType): InputPosition {
  return {
    place: { type, name: place.name, hasDefault: false },
    path: `${path}.0`,
    written: (inside) => written(`[${inside}]`),
  };
}

function fieldOf({ path, written }: InputPosition, of: GraphQLInputObjectType, name: string): InputPosition {
  const known = RIGHT_INPUTS[of.name] ?? {};
  const fields = Object.values(of.getFields());
  const { type, defaultValue } = fields.find((field) => field.name === name) as (typeof fields)[number];
  const others = of.isOneOf
    ? []
    : fields.filter((field) => field.name !== name && (isRequiredInputField(field) || field.name in known));
  const texts = others.map((field) => `${field.name}: ${right(field)}`);
  return {
    place: { type, name, hasDefault: defaultValue !== undefined, isMember: of.isOneOf },
    path: `${path}.${name}`,
    written: (inside) => written(`{${[...texts, `${name}: ${inside}`].join(", ")}}`),
  };
}
