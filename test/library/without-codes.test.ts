import { products } from "../../src/library";
import { withoutCodes } from "../../src/library/without-codes";

describe("a description for people", () => {
  it.each([
    ["Zone; otherwise BAD_USER_INPUT.", "Zone."],
    ["At most 5, otherwise BAD_USER_INPUT. Else 1.", "At most 5. Else 1."],
    ["In the region; UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if not.", "In the region."],
    ["A GPU. Without a benchmark on it, NO_BENCHMARK.", "A GPU. Without a benchmark on it, it is refused."],
    ["Anything above 0 is NO_BENCHMARK, and more.", "Anything above 0 is refused, and more."],
    ["Class, for example a; blockStorageClasses lists them.", "Class, for example a."],
    ["A name, or `external`.", "A name, or external."],
    ["A benchmark of CACHED_INPUT.", "A benchmark of CACHED_INPUT."],
  ])("%s", (text, plain) => {
    expect(withoutCodes(text)).toBe(plain);
  });

  it("has no code of an error in any product, and whole sentences", async () => {
    for (const { fields } of await products()) {
      for (const { name, description } of fields) {
        const text = withoutCodes(description);
        expect([name, text]).toEqual([
          name,
          expect.not.stringMatching(/(?:UNKNOWN|NOT|NO|BAD)_[A-Z]|`|lists them/),
        ]);
        expect([name, text]).toEqual([name, expect.stringMatching(/^[A-Z].*[.)]$/s)]);
      }
    }
  });
});
