import type { GraphQLScalarType, ValueNode } from "graphql";
import { Kind } from "graphql";
import { LooseDate } from "../core/footprint";

/** A day; a time, of which seconds and fractions may be left out; an offset, of which minutes and colon may. */
const LOOSE =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(?::(\d{2}(?:[.,]\d+)?))?)?(?:\s?([Zz]|[+-]\d{2}(?::?\d{2})?))?$/;

/**
 * Lets a scalar of dates take any text: what is none is refused by who reads it, in its place and with its field, where
 * a scalar would refuse the whole request. Anything but a text is refused as ever.
 */
export function takeLoosely(scalar: GraphQLScalarType, understood: (text: string) => string | null): void {
  const parseStrictly = scalar.parseValue.bind(scalar);
  const parseLiteralStrictly = scalar.parseLiteral.bind(scalar);
  const parse = (text: string): Date => {
    const exact = dateOrNull(() => parseStrictly(text));
    if (exact !== null) return exact;
    const meant = understood(text);
    const loose = meant === null ? null : dateOrNull(() => parseStrictly(meant));
    return new LooseDate(loose?.getTime() ?? Number.NaN, text);
  };
  scalar.parseValue = (value) => (typeof value === "string" ? parse(value) : parseStrictly(value));
  scalar.parseLiteral = (node: ValueNode, variables) =>
    node.kind === Kind.STRING ? parse(node.value) : parseLiteralStrictly(node, variables);
}

/** An instant to the letter of RFC 3339: in UTC, and at the beginning of its day, where nothing else is said. */
export function instantMeant(text: string): string | null {
  const parts = LOOSE.exec(text.trim());
  if (parts === null) return null;
  const [, day, time = "00:00", seconds = "00", offset = "Z"] = parts;
  return `${day}T${time}:${seconds.replace(",", ".")}${offsetMeant(offset)}`;
}

function offsetMeant(offset: string): string {
  const [, hours, minutes = "00"] = /^([+-]\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return hours === undefined ? offset : `${hours}:${minutes}`;
}

function dateOrNull(parse: () => unknown): Date | null {
  try {
    return parse() as Date;
  } catch {
    return null;
  }
}
