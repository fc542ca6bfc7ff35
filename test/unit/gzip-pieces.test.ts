import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { GzipPieces } from "../../src/server/answer/gzip-pieces";

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  // As texts are: they get shorter.
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 30, unit: "binary" }), fc.nat({ max: 200 }))
    .map(([text, times]) => new TextEncoder().encode(text.repeat(times))),
);

const unzipped = (pieces: readonly Uint8Array[]): Buffer => gunzipSync(Buffer.concat(pieces));

describe("an answer that is compressed in pieces", () => {
  it("is one gzip member of all of them in order, whichever were begun before", async () => {
    const pieces = fc.array(fc.tuple(bytes, fc.boolean()), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pieces, async (all) => {
        const gzip = new GzipPieces();
        for (const [piece, isBegun] of [...all].reverse()) if (isBegun) gzip.begin(piece);
        const joined = await gzip.joined(all.map(([piece]) => piece));
        expect(unzipped(joined).equals(Buffer.concat(all.map(([piece]) => piece)))).toBe(true);
      }),
    );
  });

  it("may repeat a piece", async () => {
    const piece = new TextEncoder().encode("kgCo2Equivalent ".repeat(100));
    const gzip = new GzipPieces();
    gzip.begin(piece);
    const joined = await gzip.joined([piece, piece, piece]);
    expect(unzipped(joined).toString()).toBe("kgCo2Equivalent ".repeat(300));
  });

  it.each([
    ["its first ones", (pieces: Buffer[]) => pieces],
    ["its last ones", (pieces: Buffer[]) => [...pieces].reverse()],
    ["those of another that was given up", (pieces: Buffer[]) => pieces.map((piece) => Buffer.from(piece))],
  ])("has no limit of pieces, where many were begun: %s", async (_, begun) => {
    const pieces = Array.from({ length: 200 }, (_, index) => Buffer.from(`${index},`.repeat(500)));
    const gzip = new GzipPieces();
    for (const piece of begun(pieces)) gzip.begin(piece);
    expect(unzipped(await gzip.joined(pieces)).equals(Buffer.concat(pieces))).toBe(true);
  });

  it("is in memory that can move to another thread, each piece apart", async () => {
    const joined = await new GzipPieces().joined([Buffer.from("one"), Buffer.from("two")]);
    const moved = structuredClone(joined, { transfer: joined.map(({ buffer }) => buffer as ArrayBuffer) });
    expect(unzipped(moved).toString()).toBe("onetwo");
  });

  it("is hardly longer than if it was compressed at once", async () => {
    const line = (index: number): string =>
      `{"label":"line ${index}","kgCo2Equivalent":${Math.sqrt(index)}},`;
    const pieces = Array.from({ length: 5 }, (_, piece) =>
      Buffer.from(Array.from({ length: 3_000 }, (_, index) => line(3_000 * piece + index)).join("")),
    );
    const joined = Buffer.concat(await new GzipPieces().joined(pieces));
    const { length } = Buffer.concat(await new GzipPieces().joined([Buffer.concat(pieces)]));
    expect(joined.length).toBeLessThan(1.05 * length);
  });
});
