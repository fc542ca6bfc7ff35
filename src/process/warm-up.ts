import { setImmediate as turn } from "node:timers/promises";
import type { Composition } from "../compose";
import type { ProductField } from "../core/contract";
import type { EngineSession, ResourceChoice } from "../estimates";
import type { KnownResource } from "./made-up-lines";

type Spec = Readonly<Record<string, unknown>>;

/**
 * Computes what most requests need: each offer of each product once, one in each place, and all that examples say. Rates are made of
 * the units that are cached then, and the code that computes them has been run.
 *
 * @param isIdle whether to continue: requests take precedence, and warm up what they need
 * @returns what was computed
 */
export async function warmUp(
  { plugins, sessionAt }: Pick<Composition, "plugins" | "sessionAt">,
  isIdle: () => boolean,
): Promise<readonly KnownResource[]> {
  const session = sessionAt(new Date());
  const computed: KnownResource[] = [];
  for (const { kind, samples } of plugins) {
    const [spec, ...others] = Object.values(samples?.().valid ?? {}) as Spec[];
    if (spec === undefined) continue;
    const { fields } = session.product(kind);
    const [offers, places] = [choicesOf(fields, ["OFFER"]), choicesOf(fields, ["ZONE", "REGION"])];
    for (const choices of [pairs(offers, places), pairs(places, offers), others.map((one) => [one])]) {
      for (const alternatives of choices) {
        for (const changes of alternatives) {
          if (!isIdle()) return computed;
          const resource = { kind, spec: { ...spec, ...changes }, fields };
          if (await isComputed(session, resource)) {
            computed.push(resource);
            break;
          }
          await turn();
        }
        await turn();
      }
    }
  }
  return computed;
}

/** Each value of a field, by the field: one way to be the same without it, where the product has no such field. */
function choicesOf(fields: readonly ProductField[], roles: readonly ProductField["role"][]): readonly Spec[] {
  const field = fields.find(({ role, name }) => roles.includes(role) && !name.includes("."));
  return field?.choices?.map((choice) => ({ [field.name]: choice })) ?? [{}];
}

/** Of each one its combinations with all others: an offer is not everywhere. */
function pairs(ones: readonly Spec[], others: readonly Spec[]): readonly (readonly Spec[])[] {
  return ones.map((one) => others.map((other) => ({ ...one, ...other })));
}

/** Errors are ignored here: a request that needs it gets them. */
async function isComputed(session: EngineSession, { kind, spec }: ResourceChoice): Promise<boolean> {
  try {
    await session.totalsIn(kind, spec, session.period(null));
    return true;
  } catch {
    return false;
  }
}
