import { TextsOfRun } from "../../src/graphql/compiled/texts-of-run";

/** How often the first of so many objects is printed when it is asked for again after the others. */
function printsOfFirst(count: number, repeats: (index: number) => number): number {
  const texts = new TextsOfRun();
  const objects = Array.from({ length: count }, () => ({}));
  let prints = 0;
  const ask = (index: number) =>
    texts.of(objects[index], () => {
      if (index === 0) prints++;
      return "";
    });
  for (let index = 0; index < count; index++) for (let times = 0; times < repeats(index); times++) ask(index);
  ask(0);
  return prints;
}

describe("texts of objects in a list", () => {
  it("are remembered where they repeat", () => {
    expect(printsOfFirst(2_000, () => 2)).toBe(1);
    expect(printsOfFirst(300, () => 1)).toBe(1);
  });

  it("are not held by the thousand where they do not", () => {
    expect(printsOfFirst(2_000, () => 1)).toBe(2);
  });
});
