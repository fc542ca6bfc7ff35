import { removeCopies, start } from "./support/mistaken-plugin";

afterEach(removeCopies);

describe("a product", () => {
  it.each([
    [
      "no offers",
      "({ types }) => types",
      "() => new Map()",
      'needs an offer or more from "offers.of": no specification could name one; the catalogue has types, parts',
    ],
    [
      "words for an id",
      'id: "public-gateway"',
      'id: "public gateway"',
      'needs "id" in "product", a text of letters, digits, dots and dashes: its id in the catalogue, such as',
    ],
    [
      "a number that follows",
      "  notes:",
      "  derive: () => 3 as never,\n  notes:",
      "such as { place }, got number",
    ],
    ["nothing that follows", "  notes:", "  derive: () => undefined as never,\n  notes:", "got undefined"],
    [
      "what follows from nothing",
      "  notes:",
      "  derive: ({ bandwidth }: any) => ({ own: bandwidth.of }),\n  notes:",
      'the function "derive" of the product "publicGateway" failed: Cannot read',
    ],
    [
      "a value by the name of a field",
      "  notes:",
      "  derive: () => ({ zone: 3, type: 1 }),\n  notes:",
      'the product "publicGateway" derives "zone", which is a field',
    ],
  ])("that gives %s stops the start and says so", (_what, from, to, message) => {
    expect(() => start([from, to])).toThrow(message);
  });

  it("whose notes are no list says so when they are read", async () => {
    const text = ["  notes: () => [", "  notes: () => 'An address.' as never, // ["] as const;
    const spec = { type: "VPC-GW-S", zone: "fr-par-1" };
    const footprint = start(text).sessionAt(new Date()).footprint("publicGateway", spec, { hours: 1 });
    await expect(footprint).rejects.toThrow(
      'the function "notes" of the product "publicGateway" must return a list',
    );
  });
});
