import { badInput } from "../core/errors";

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
  const given = Object.entries(input).filter(([, spec]) => spec !== null && spec !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1) {
    const found = given.length === 0 ? "none" : given.map(([kind]) => kind).join(" and ");
    throw badInput("resource", `A resource must be of exactly one product, got ${found}.`);
  }
  return { kind: only[0], spec: only[1] as object };
}
