import {
  type FootprintEngine,
  notesOnPeriod,
  type PeriodFields,
  type PeriodLimits,
  readPeriod,
  withAges,
} from "../../core/engine";
import type { FactorReader } from "../../core/factors";
import {
  dayOf,
  type Footprint,
  mergeNotes,
  type Note,
  type Period,
  type Totals,
  withNotes,
} from "../../core/footprint";
import type { Scope } from "./session";
import { dateOf, dateOfPin, onDate, type Pin, type WrittenDate } from "./written-dates";

/** The day whose factors answer, who named it, and the period that is meant where none is given. */
export class SessionDay {
  private day: string | undefined;
  private periodLimits: PeriodLimits | undefined;

  constructor(
    private readonly engine: FootprintEngine,
    private readonly now: Date,
    readonly pin: Pin | null,
    readonly scope: Scope,
  ) {}

  /** Found when it is read: a period that makes no sense is refused by the first computation with it. */
  get today(): string {
    this.day ??= dayOf(this.pin?.day ?? dateOrNull(this.scope.during?.start) ?? this.now);
    return this.day;
  }

  /** The same moment, below a field with a period of its own or a resource that is used for a part of it. */
  within({ during = this.scope.during, hours = null }: Scope): SessionDay {
    const day = dateOrNull(during?.asOf);
    const pin: Pin | null = day === null ? this.pin : { day, field: "during.asOf" };
    return new SessionDay(this.engine, this.now, pin, { during, hours });
  }

  pinnedTo(pin: Pin): SessionDay {
    return new SessionDay(this.engine, this.now, pin, this.scope);
  }

  inForce(): FactorReader {
    return this.engine.on(this.today);
  }

  /** An error about a day before the first known value names the date of the client. */
  read<T>(read: (factors: FactorReader) => T): T {
    return onDate(this.writtenDay(), () => read(this.inForce()));
  }

  period(during: PeriodFields | null | undefined): Period {
    this.periodLimits ??= this.readLimits();
    return readPeriod(during ?? this.scope.during, this.periodLimits);
  }

  /** The same of a computation over a period. */
  over<T>(period: Period, work: () => T): T {
    return onDate(dateOf(period, this.pin), work);
  }

  /** A figure with notes on its period, and the age of its evidence in it. */
  noted(figure: Footprint, period: Period): Footprint;
  noted(figure: Totals, period: Period): Totals;
  noted(figure: Totals, period: Period): Totals {
    return withNotes(figure, () => mergeNotes([withAges(figure.notes, period), this.notesOn(period)]));
  }

  private notesOn(period: Period): readonly Note[] {
    const field = this.pin?.field;
    const pinnedBy = field === undefined || field === "during.asOf" ? "asOf" : field;
    return notesOnPeriod(period, this.now, pinnedBy);
  }

  private writtenDay(): WrittenDate | null {
    if (this.pin === null && this.scope.during?.start != null)
      return { field: "during.start", isInstant: true };
    return dateOfPin(this.pin);
  }

  private readLimits(): PeriodLimits {
    const today = this.engine.on(dayOf(this.pin?.day ?? this.now));
    return {
      defaultHours: today.value("period.default").range.expected,
      maximumHours: today.value("lifespan.data-centre").range.expected,
      now: this.now,
      pin: this.pin?.day ?? null,
    };
  }
}

/** Null for what a client wrote that is no date: it is refused where the period is read. */
function dateOrNull(date: Date | null | undefined): Date | null {
  return date == null || Number.isNaN(date.getTime()) ? null : date;
}
