import { exactly } from "../../src/core/formulas";
import type { UnitOf, Units } from "../../src/product";
import type { ServerlessCatalogue } from "./catalogue";
import { type GivenLoad, loadsAround } from "./loads-around";
import { NOTHING, notesOnModel } from "./notes";
import { noteOfGivenLoad } from "./other-loads";
import { loadOf, type TokenCount } from "./spec";
import type { Usage } from "./usage";

/**
 * Tokens of each type: what one of them emits rests on the model, where it is served, and at which load. Loads with a name are
 * few; one that is given is a mean of others.
 */
export function tokenUnits<T extends Usage>(usage: T, { models }: ServerlessCatalogue): Units<T> {
  const { asked, tokens } = usage;
  const { spec, model, quantization } = asked;
  if (tokens.length === 0) {
    return { units: [], notes: [NOTHING, ...notesOnModel(model, models.weightsGb(asked))] };
  }
  const { region, gpuModel, gpuCount } = spec;
  const served = `${model.id}:${quantization} ${region} ${gpuModel}:${gpuCount}`;
  const { load, concurrency, utilisation } = loadOf(spec);
  // Where one of both is left out, notes compare the load with others, each in a calculation of its own.
  const given = concurrency === null || utilisation === null ? null : { concurrency, utilisation };
  const around = given && loadsAround(given);
  if (given === null || around === null) {
    const key = `${served} ${load} ${concurrency} ${utilisation}`;
    return { units: tokens.map((one) => new TokenUnit(one, 1, key, usage)), notes: [] };
  }
  const units = tokens.flatMap((one) =>
    around.map(({ at, weight }) => {
      const key = `${served} for loads around ${at.concurrency} ${at.utilisation}`;
      return new TokenUnitAt(at, one, weight, key, usage);
    }),
  );
  return { units, notes: [], notesAfter: [noteOfGivenLoad(given)] };
}

/** One token of a type, or one second. */
class TokenUnit<T extends Usage> implements UnitOf<T> {
  readonly key: string;
  readonly times: UnitOf<T>["times"];

  /** @param weight how many of it for each of the tokens [-] */
  constructor(
    protected readonly tokens: TokenCount,
    weight: number,
    served: string,
    protected readonly usage: T,
  ) {
    this.key = `${tokens.type} ${served}`;
    this.times = exactly(tokens.count * weight);
  }

  /** Put together when it is read: of nearly all lines the unit is known. */
  get checked(): T {
    return { ...this.usage, tokens: [{ type: this.tokens.type, count: 1 }] };
  }
}

/** The same at a load that others are a mean of: which is theirs is said of the whole. */
class TokenUnitAt<T extends Usage> extends TokenUnit<T> {
  constructor(
    private readonly at: GivenLoad,
    ...one: ConstructorParameters<typeof TokenUnit<T>>
  ) {
    super(...one);
  }

  override get checked(): T {
    const { asked } = this.usage;
    const spec = { ...asked.spec, ...this.at };
    return { ...super.checked, asked: { ...asked, spec }, isLoadSaid: false };
  }
}
