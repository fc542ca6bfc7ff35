import { sureness } from "../../page/src/text/sureness";

describe("on what a figure rests", () => {
  it("is said with the largest share first, and without those that there are not", () => {
    expect(sureness({ published: 0, derived: 0.39, assumed: 0.61 })).toBe(
      "61 % of it rests on assumed numbers, 39 % on derived ones.",
    );
    expect(sureness({ published: 1, derived: 0, assumed: 0 })).toBe(
      "100 % of it rests on published numbers.",
    );
    expect(sureness({ published: 0, derived: 0, assumed: 0 })).toBe("");
  });
});
