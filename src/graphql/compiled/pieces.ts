/** Characters of a text beyond which it is encoded, and what was printed of it is forgotten. */
export const LONG = 128 * 1024;
/** Characters of a text above which its rope takes more memory than it is worth to keep. */
const LONG_ROPE = 2_000;

const encoder = new TextEncoder();

/** A long text as the bytes that are sent, in the pieces in which it was printed: it is never one text, nor one buffer. */
export class Pieces {
  constructor(
    readonly bytes: readonly Uint8Array[],
    /** Of all pieces [bytes]. */
    readonly length: number,
  ) {}
}

/** JSON that is there: a text or, where it is long, its pieces. */
export type Known = string | Pieces;

/** Bytes that a UTF-16 unit is sent as, at most. */
const MOST_OF_ONE = 3;

/** Bytes that it is sent as; its `length` is the least that they can be. */
export function bytesOf(text: Known): number {
  return typeof text === "string" ? Buffer.byteLength(text) : text.length;
}

/** Whether it is sent as more bytes than allowed. They are counted only where there can be so many: of most answers it is plain. */
export function isLongerThan(mostBytes: number, text: Known): boolean {
  return text.length * MOST_OF_ONE > mostBytes && bytesOf(text) > mostBytes;
}

/** V8 leaves a concatenated string as a rope of its pieces, which takes five times the memory: it becomes one flat string, if it is long. */
export function flat(text: Known): Known {
  return typeof text === "string" && text.length > LONG_ROPE ? Buffer.from(text).toString() : text;
}

/** One after the other. */
export function plus(one: Known, other: Known): Known {
  if (typeof one === "string" && typeof other === "string") return one + other;
  const joiner = new Joiner();
  joiner.add(one);
  joiner.add(other);
  return joiner.joined;
}

/** Called with each piece of a long text as soon as it is printed and encoded. */
export type OnPiece = (piece: Uint8Array) => void;

/** Joins what is printed one after the other. */
export class Joiner {
  private text = "";
  private readonly pieces: Uint8Array[] = [];
  private encodedBytes = 0;

  constructor(private readonly onPiece?: OnPiece) {}

  add(one: Known): void {
    if (typeof one !== "string") {
      this.encode();
      for (const piece of one.bytes) this.pieces.push(piece);
      this.encodedBytes += one.length;
      return;
    }
    this.text += one;
    if (this.text.length > LONG) this.encode();
  }

  /** Bytes so far, but for what is not encoded yet, of which it is the characters. */
  get leastBytes(): number {
    return this.encodedBytes + this.text.length;
  }

  get joined(): Known {
    if (this.pieces.length === 0) return this.text;
    this.encode();
    return new Pieces(this.pieces, this.encodedBytes);
  }

  private encode(): void {
    if (this.text === "") return;
    const piece = encoder.encode(this.text);
    this.pieces.push(piece);
    this.encodedBytes += piece.length;
    this.text = "";
    this.onPiece?.(piece);
  }
}
