import { Footprint, type ItemError, type Resource } from "../../schema/types";
import { badInput } from "../core/errors";
import { type Summarised, scaleSummarised } from "../core/footprint";
import { itemError } from "./errors";

/** Numbers beyond are no counts; sums of them would soon be none at all. */
const MOST_OF_ONE = Number.MAX_SAFE_INTEGER;

export interface Computed {
  readonly resource: Resource;
  readonly footprint: Summarised;
}

/** What becomes of a line of a portfolio. */
export type Outcome = (Computed & { readonly shown: Footprint }) | { readonly error: ItemError };

/** What one line asks for, computed for all lines that say the same. */
export class Unit {
  /** Pending while it is computed; undefined where the outcome is known at once. */
  readonly computing: Promise<void> | undefined;
  private one: Computed | { readonly error: ItemError } | undefined;
  private readonly many = new Map<number, Outcome>();

  /** @param describe what a client is told of an error */
  constructor(compute: () => Computed | Promise<Computed>, describe: (error: unknown) => ItemError) {
    const fail = (error: unknown): void => {
      this.one = { error: describe(error) };
    };
    try {
      const computed = compute();
      if (computed instanceof Promise) {
        this.computing = computed.then((outcome) => {
          this.one = outcome;
        }, fail);
      } else this.one = computed;
    } catch (error) {
      fail(error);
    }
  }

  /** So many of it, when it is computed; the same for all lines that say the same number. */
  times(count: number): Outcome {
    let outcome = this.many.get(count);
    if (outcome === undefined) {
      outcome = this.make(count);
      this.many.set(count, outcome);
    }
    return outcome;
  }

  private make(count: number): Outcome {
    if (!(count >= 0 && count <= MOST_OF_ONE)) {
      return { error: itemError(badInput("count", `count must be from 0 to ${MOST_OF_ONE}, got ${count}.`)) };
    }
    const one = this.one as NonNullable<typeof this.one>;
    if ("error" in one) return one;
    const footprint = count === 1 ? one.footprint : scaleSummarised(one.footprint, count);
    return { resource: one.resource, footprint, shown: new Footprint(footprint) };
  }
}
