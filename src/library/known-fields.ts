import { didYouMean, suggest } from "../core/errors";
import { isRecord } from "../core/helpers";
import { badRequest, type FootprintError, shown } from "./failure";
import type {
  ComparisonRequest,
  FactorsRequest,
  GraphItem,
  PeriodRequest,
  PortfolioRequest,
  TerraformRequest,
} from "./request";

/** Every field of a request, which the compiler sees to. */
const namesOf = <T>(all: Record<keyof T, true>): readonly string[] => Object.keys(all);

const PERIOD: Record<keyof PeriodRequest, true> = { hours: true, from: true, to: true, asOf: true };

/** What may be said beside resources, by what a message calls it. */
const FIELDS = {
  "A comparison": namesOf<ComparisonRequest>({ a: true, b: true, ...PERIOD }),
  "A request of factors": namesOf<FactorsRequest>({ asOf: true, matching: true }),
  "A request of a portfolio": namesOf<PortfolioRequest>({ ...PERIOD, onProgress: true }),
  "A request of a plan": namesOf<TerraformRequest>({
    ...{ baseline: true, usage: true, zone: true, region: true, hours: true, asOf: true },
  }),
  "A line with its resource": namesOf<GraphItem>({ resource: true, during: true }),
  "A period": namesOf<NonNullable<GraphItem["during"]>>({ hours: true, start: true, end: true, asOf: true }),
};

/**
 * What a program without types gives: a misspelt period is no period, and would be answered with that of somebody who said none.
 * @throws FootprintError for anything but an object, and for a field that there is not
 */
export function requireFields<T extends object>(given: T, owner: keyof typeof FIELDS, path = ""): T {
  if (!isRecord(given)) throw badRequest(null, `${owner} is an object, got ${shown(given)}.`);
  const names = FIELDS[owner];
  for (const [name, value] of Object.entries(given)) {
    const isSaid = value !== null && value !== undefined;
    if (isSaid && !names.includes(name)) throw noSuchField(`${path}${name}`, name, owner, names);
  }
  return given;
}

/** With the names that may be meant; all of them where none is near. */
export function noSuchField(
  path: string,
  name: string,
  owner: string,
  names: readonly string[],
): FootprintError {
  const near = suggest(name, names);
  const message = `${owner} has no field "${name}".${didYouMean(near, names)}`;
  return badRequest(path, message, near.length > 0 ? near : names);
}
