import { type GraphQLSchema, isScalarType } from "graphql";
import { instantMeant } from "../core/footprint";
import { takeLoosely } from "./loose-dates";

interface Specification {
  readonly description: string;
  readonly url: string;
  /** What a text means that is not to the letter of the specification; null for nothing. */
  readonly understood: (text: string) => string | null;
}

/** RFC 3339 has both formats in one section: `full-date` and `date-time`. */
const RFC_3339 = "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6";

/** By name. Plugins take the same scalars from their packages, so they are compared by name and not by object. */
const SPECIFICATIONS: Readonly<Record<string, Specification>> = {
  Date: {
    description:
      "A day, `YYYY-MM-DD`, for example 2026-10-01: the `full-date` of RFC 3339. It begins and ends at 00:00 UTC. Years 0000 to 9999; a day that does not exist is BAD_USER_INPUT.",
    url: RFC_3339,
    understood: () => null,
  },
  DateTimeISO: {
    description:
      "An instant, for example 2026-10-01T00:00:00Z: the `date-time` of RFC 3339. Accepted with `Z` or an offset such as +02:00. Without an offset it is in UTC, without a time it is the start of the day, and a note says how it was read. Returned in UTC with milliseconds, 2026-10-01T00:00:00.000Z. Years 0000 to 9999. Fractions of a millisecond are cut off; a leap second (:60) or a day that does not exist is BAD_USER_INPUT.",
    url: RFC_3339,
    understood: instantMeant,
  },
};

/** The texts that scalars bring from their package say neither zone nor range, and link to no specification. */
export function specifyScalars(schema: GraphQLSchema): void {
  for (const [name, { description, url }] of Object.entries(SPECIFICATIONS)) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, { description, specifiedByURL: url });
  }
}

/** @param schema with scalars of its own: those of packages are shared by all schemas of a process */
export function takeDatesLoosely(schema: GraphQLSchema): void {
  for (const [name, { understood }] of Object.entries(SPECIFICATIONS)) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) takeLoosely(scalar, understood);
  }
}
