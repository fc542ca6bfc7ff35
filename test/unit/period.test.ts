import { type PeriodFields, readPeriod } from "../../src/core/engine";
import { DomainError } from "../../src/core/errors";
import { dayOf, hoursBetween, hoursOf, isInterval, startOfDay } from "../../src/core/footprint";

describe("hours of a period", () => {
  it.each([
    ["a day", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", 24],
    ["a leap day", "2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z", 24],
    ["February of a leap year", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z", 29 * 24],
    ["February of another year", "2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z", 28 * 24],
    ["a year", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", 8760],
    ["a leap year", "2028-01-01T00:00:00Z", "2029-01-01T00:00:00Z", 8784],
    // Clocks in Europe/Paris change on 2026-03-29 and 2026-10-25: the offsets of the two midnights differ.
    ["the day in Paris that is an hour short", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 23],
    ["the day in Paris that is an hour long", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", 25],
    ["a quarter of an hour", "2026-11-23T10:00:00Z", "2026-11-23T10:15:00Z", 0.25],
    ["no time", "2026-11-23T00:00:00Z", "2026-11-23T00:00:00Z", 0],
    ["one instant written with two offsets", "2026-11-23T01:00:00+01:00", "2026-11-23T00:00:00Z", 0],
  ])("%s", (_what, start, end, hours) => {
    expect(hoursBetween(new Date(start), new Date(end))).toBe(hours);
    expect(hoursOf({ start: new Date(start), end: new Date(end) })).toBe(hours);
  });

  it("are those given where there is no interval", () => {
    const period = { hours: 42.5, on: new Date("2026-11-23") };

    expect(isInterval(period)).toBe(false);
    expect(hoursOf(period)).toBe(42.5);
  });
});

describe("the day of an instant", () => {
  it.each([
    ["2026-11-23T23:59:59.999Z", "2026-11-23"],
    ["2026-11-24T00:30:00+01:00", "2026-11-23"],
    ["2026-11-23T23:30:00-01:00", "2026-11-24"],
    ["2028-02-29T12:00:00Z", "2028-02-29"],
  ])("%s is %s in UTC", (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it("begins at midnight in UTC", () => {
    expect(startOfDay("2028-02-29").toISOString()).toBe("2028-02-29T00:00:00.000Z");
  });
});

describe("readPeriod", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const limits = { defaultHours: 730, maximumHours: 87_600, now, pin: null };
  const start = new Date("2026-01-01T00:00:00Z");
  const end = new Date("2026-02-01T00:00:00Z");
  const notADate = new Date("soon");
  const read = (fields: PeriodFields | null | undefined) => readPeriod(fields, limits);
  const refusal = (fields: PeriodFields): { code: string; field: string | undefined; message: string } => {
    try {
      read(fields);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { code: error.code, field: error.details.field, message: error.message };
    }
    throw new Error("was not refused");
  };

  it.each([null, undefined])("takes the default when %s is given", (nothing) => {
    expect(read(nothing)).toEqual({ hours: 730, on: now });
  });

  it("takes hours at the factors of today", () => {
    expect(read({ hours: 100.5 })).toEqual({ hours: 100.5, on: now });
    expect(read({ hours: 100, start: null, end: null })).toEqual({ hours: 100, on: now });
  });

  it("takes start and end", () => {
    expect(read({ start, end })).toEqual({ start, end });
    expect(read({ hours: null, start, end })).toEqual({ start, end });
  });

  it("allows a length of zero and the longest", () => {
    expect(read({ hours: 0 })).toEqual({ hours: 0, on: now });
    expect(read({ start, end: start })).toEqual({ start, end: start });
    expect(read({ hours: 87_600 })).toEqual({ hours: 87_600, on: now });
  });

  it.each([
    [
      "hours and both dates",
      { hours: 1, start, end },
      "during",
      "Give either hours, or start and end, not both.",
    ],
    ["hours and a start", { hours: 1, start }, "during", "Give either hours, or start and end, not both."],
    [
      "no hours, which is a length, and an end",
      { hours: 0, end },
      "during",
      "Give either hours, or start and end, not both.",
    ],
    ["neither", {}, "during", "Give either hours, or start and end."],
    [
      "nothing but nulls",
      { hours: null, start: null, end: null },
      "during",
      "Give either hours, or start and end.",
    ],
    ["an end alone", { end }, "during.start", "end needs a start."],
    ["a start alone", { start }, "during.end", "start needs an end."],
    [
      "a start that is no date",
      { start: notADate, end },
      "during.start",
      "start is not a date of the calendar, such as 2026-10-01T00:00:00Z.",
    ],
    [
      "an end that is no date",
      { start, end: notADate },
      "during.end",
      "end is not a date of the calendar, such as 2026-10-01T00:00:00Z.",
    ],
    ["an end before the start", { start: end, end: start }, "during.end", "end must not be before start."],
  ])("refuses %s", (_what, fields, field, message) => {
    expect(refusal(fields)).toEqual({ code: "BAD_USER_INPUT", field, message });
  });

  it.each([-1, -1e-9, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 87_601, 1e308])(
    "refuses %d hours",
    (hours) => {
      expect(refusal({ hours })).toEqual({
        code: "BAD_USER_INPUT",
        field: "during.hours",
        message: `A period must last from 0 to 87600 hours, got ${hours}.`,
      });
    },
  );

  it("refuses dates that are too far apart", () => {
    const { code, field } = refusal({ start, end: new Date("2126-01-01T00:00:00Z") });

    expect([code, field]).toEqual(["BAD_USER_INPUT", "during.end"]);
  });
});
