import { badInput, type DomainError } from "../core/errors";
import { hashOfValues } from "../core/helpers";

/** A resource of any product of the composition: what exactly one member of the input says. */
export interface ResourceChoice {
  readonly kind: string;
  readonly spec: object;
}

/**
 * The one member that is given. The schema says `@oneOf`, but a gateway may drop it: it is enforced here too.
 * @throws DomainError BAD_USER_INPUT for none or several.
 */
export function chosenResource(input: object): ResourceChoice {
  let only: ResourceChoice | undefined;
  for (const kind in input) {
    const spec = (input as Readonly<Record<string, object | null | undefined>>)[kind];
    if (spec === null || spec === undefined) continue;
    if (only !== undefined) throw notOne(input);
    only = { kind, spec };
  }
  if (only === undefined) throw notOne(input);
  return only;
}

/** Of the values of the specification. Where there are several, none of them is computed. */
export function hashOfChoice(input: object): number {
  let hash = 0;
  for (const kind in input) {
    const spec = (input as Readonly<Record<string, unknown>>)[kind];
    if (spec !== null && spec !== undefined) hash ^= hashOfValues(spec);
  }
  return hash;
}

function notOne(input: object): DomainError {
  const given = Object.entries(input).filter(([, spec]) => spec !== null && spec !== undefined);
  const found = given.length === 0 ? "none" : given.map(([kind]) => kind).join(" and ");
  return badInput("resource", `A resource must be of exactly one product, got ${found}.`);
}
