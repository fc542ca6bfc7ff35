import { isDay } from "../helpers";
import { type Calculation, defineFormula, type Formula, type FormulaText, type Value } from "./calculation";
import type { SymbolsOf } from "./symbols";
import type { VintageSpan } from "./vintage-span";

/** What holds from a day on (ISO, UTC); null for what has always held. */
export interface Dated {
  readonly validFrom: string | null;
}

/** An edition, and the days on which it is the one in force. */
export interface InForce<Edition> extends VintageSpan {
  readonly edition: Edition;
}

/** A part of the method that changed: each edition holds until the next one does, and the first has always held. */
export class Editions<Edition extends Dated> {
  /** @throws RangeError for a day of no calendar, days out of order, and a first edition that has not always held. */
  constructor(
    /** Oldest first. */
    readonly all: readonly Edition[],
  ) {
    if (all.length === 0) throw new RangeError("editions need at least one");
    all.forEach(({ validFrom }, index) => {
      const earlier = all[index - 1];
      if (earlier === undefined) {
        if (validFrom !== null) throw new RangeError(`nothing would hold before ${validFrom}`);
      } else if (validFrom === null || !isDay(validFrom) || validFrom <= (earlier.validFrom ?? "")) {
        throw new RangeError(
          `an edition needs a day later than that of the one before, such as 2027-01-01, got ${validFrom}`,
        );
      }
    });
  }

  /** @param day ISO, UTC */
  on(day: string): InForce<Edition> {
    const index = this.all.findLastIndex(({ validFrom }) => validFrom === null || validFrom <= day);
    const edition = this.all[index] as Edition;
    return { edition, since: edition.validFrom, until: this.all[index + 1]?.validFrom ?? null };
  }
}

/** What a formula is from a day on. What it is called may change with it; its symbol and unit stay, since others read it. */
export interface EditionText {
  readonly from: string | null;
  readonly expression: string;
  readonly label?: string;
}

/** One edition of a formula. */
export interface FormulaEdition<Text extends string = string> extends Dated {
  readonly formula: Formula;
  /**
   * Takes the terms of all editions and reads its own. One that not all of them read is given as a function: on a day of
   * another edition, its factor need not be known.
   */
  apply(terms: Readonly<Record<SymbolsOf<Text>, Value | (() => Value)>>): Calculation;
}

/**
 * A formula that is another one from a day on. `factors.edition(FORMULA).apply(terms)` applies the one of the reader's day,
 * and lets periods be split where it changes.
 */
export function defineEditions<const Texts extends readonly EditionText[]>(
  of: Omit<FormulaText, "expression" | "validFrom" | "validTo">,
  texts: Texts,
): Editions<FormulaEdition<Texts[number]["expression"]>> {
  return new Editions(
    texts.map(({ from, ...text }, index) => {
      const dates = { validFrom: from, validTo: texts[index + 1]?.from ?? null };
      return editionOf(defineFormula<string>({ ...of, ...text, ...dates }), from);
    }),
  );
}

function editionOf(formula: Formula, validFrom: string | null): FormulaEdition {
  return {
    validFrom,
    formula,
    apply: (terms) => {
      const read = formula.parsed.symbols.flatMap((symbol) => {
        const term = terms[symbol];
        return term === undefined ? [] : [[symbol, typeof term === "function" ? term() : term] as const];
      });
      return formula.apply(Object.fromEntries(read));
    },
  };
}
