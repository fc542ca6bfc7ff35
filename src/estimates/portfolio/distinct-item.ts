import type { PeriodFields } from "../../core/engine";
import { badInput } from "../../core/errors";
import { type Explainable, scaleExplainable } from "../../core/footprint";
import { getOrInsert } from "../../core/helpers";
import type { PresentedResource } from "../session/session";
import { type ItemError, itemError } from "./item-error";
import type { PortfolioItem } from "./portfolio-item";
import type { SaidInput } from "./same-inputs";

/** Numbers beyond are no counts; sums of them would soon be none at all. */
const MOST_OF_ONE = Number.MAX_SAFE_INTEGER;

export interface Computed {
  readonly kind: string;
  /** Computed when it is read: of thousands of lines, mostly only totals are. */
  readonly resource: PresentedResource;
  readonly footprint: Explainable;
}

/** What becomes of a line of a portfolio. */
export type Outcome = Computed | { readonly error: ItemError };

/** Computes lines: one for all of them, as thousands are computed. */
export interface LineComputer {
  /** @param hash of the values of its specification */
  compute(
    resource: object,
    during: PeriodFields | null | undefined,
    hash: number,
  ): Computed | Promise<Computed>;
  /** The error as an item shows it. */
  describe(error: unknown): ItemError;
}

/** A distinct item, computed once for all identical lines. */
export class DistinctItem implements SaidInput<DistinctItem> {
  /** Pending while it is computed; undefined if the outcome is known immediately. */
  readonly computing: Promise<void> | undefined;
  next: DistinctItem | undefined;
  private one: Outcome | undefined;
  private many: Map<number, Outcome> | undefined;

  /** @param hash of the values of its specification */
  constructor(
    readonly said: unknown,
    { resource, during }: PortfolioItem,
    hash: number,
    computer: LineComputer,
  ) {
    try {
      const computed = computer.compute(resource, during, hash);
      if (computed instanceof Promise) this.computing = this.waitFor(computed, computer);
      else this.one = computed;
    } catch (error) {
      this.one = { error: computer.describe(error) };
    }
  }

  private async waitFor(computed: Promise<Computed>, computer: LineComputer): Promise<void> {
    try {
      this.one = await computed;
    } catch (error) {
      this.one = { error: computer.describe(error) };
    }
  }

  /** So many of it, when it is computed; the same for all lines that say the same number. */
  times(count: number): Outcome {
    const one = this.one as Outcome;
    if (count === 1) return one;
    this.many ??= new Map();
    return getOrInsert(this.many, count, () => timesOf(one, count));
  }
}

function timesOf(one: Outcome, count: number): Outcome {
  if (!(count >= 0 && count <= MOST_OF_ONE)) {
    return { error: itemError(badInput("count", `count must be from 0 to ${MOST_OF_ONE}, got ${count}.`)) };
  }
  return "error" in one ? one : new ManyOf(one, count);
}

class ManyOf implements Computed {
  readonly footprint: Explainable;

  constructor(
    private readonly one: Computed,
    count: number,
  ) {
    this.footprint = scaleExplainable(one.footprint, count);
  }

  get kind(): string {
    return this.one.kind;
  }

  get resource(): PresentedResource {
    return this.one.resource;
  }
}
