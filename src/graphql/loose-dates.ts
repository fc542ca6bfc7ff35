import type { GraphQLScalarType, ValueNode } from "graphql";
import { Kind } from "graphql";
import { LooseDate } from "../core/footprint";

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

function dateOrNull(parse: () => unknown): Date | null {
  try {
    return parse() as Date;
  } catch {
    return null;
  }
}
