import fc from "fast-check";
import { DomainError, INTERNAL } from "../../src/core/errors";
import { type FailedLine, unknownSum } from "../../src/estimates";

const failed = (at: string, message: string, field: string | null = "input.type"): FailedLine => ({
  at,
  resource: "resource.instance",
  error: { code: "UNKNOWN_INSTANCE_TYPE", message, field, suggestions: ["PRO2-S"] },
});

function sumOf(lines: readonly FailedLine[]): DomainError {
  const error = unknownSum("items", lines);
  if (error instanceof DomainError) return error;
  throw error;
}

describe("the error of a sum none of whose lines could be computed", () => {
  it("says a mistake of many lines once, and where it is in each", () => {
    const { message, details } = sumOf(["items.0", "items.1", "items.2"].map((at) => failed(at, "No X.")));
    expect(message).toMatch(/ items\.0 and 2 more: No X\.$/);
    expect(details).toEqual({
      field: "items.0.resource.instance.type",
      suggestions: ["PRO2-S"],
      failures: [
        {
          code: "UNKNOWN_INSTANCE_TYPE",
          message: "No X.",
          field: "items.0.resource.instance.type",
          suggestions: ["PRO2-S"],
          lines: ["items.0", "items.1", "items.2"],
        },
      ],
    });
  });

  it("spells out five mistakes, counts the lines of others, and has them all", () => {
    const lines = ["a", "b", "c", "d", "e", "f", "g", "g"].map((what, line) => failed(`items.${line}`, what));
    const { message, details } = sumOf(lines);
    expect(message).toMatch(/ items\.4: e And 3 more\.$/);
    expect(details.failures?.map((one) => [one.message, one.lines.length])).toEqual(
      [..."abcdef"].map((what) => [what, 1]).concat([["g", 2]]),
    );
  });

  it("names the line where no single field is at fault", () => {
    expect(sumOf([failed("items.7", "wrong", null)]).details).toMatchObject({
      field: "items.7",
      failures: [{ field: "items.7", lines: ["items.7"] }],
    });
  });

  it("is a fault of ours where its first line has one", () => {
    const line = failed("items.0", "Internal server error", null);
    const error = unknownSum("items", [{ ...line, error: { ...line.error, code: INTERNAL } }]);
    expect(error).not.toBeInstanceOf(DomainError);
  });

  it("loses no line, whatever their mistakes", () => {
    const mistakes = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { minLength: 1 });
    fc.assert(
      fc.property(mistakes, (messages) => {
        const { failures = [] } = sumOf(
          messages.map((what, line) => failed(`items.${line}`, what, null)),
        ).details;
        const told = failures.flatMap(({ message, lines }) => lines.map((at) => [at, message]));
        expect(Object.fromEntries(told)).toEqual(
          Object.fromEntries(messages.map((what, line) => [`items.${line}`, what])),
        );
        expect(told).toHaveLength(messages.length);
      }),
    );
  });
});
