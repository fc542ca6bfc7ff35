import type { StoredBasket } from "./basket";

/** Prefix of compressed texts; others are JSON. */
const PACKED = "gzip:";
/** Bytes that are converted at a time, as the number of arguments is limited. */
const BYTES_OF_A_PIECE = 8_192;

export const plainText = (basket: StoredBasket): string => JSON.stringify(basket);

/** Compresses a large basket: session storage has some 5 million characters. */
export async function packedText(basket: StoredBasket): Promise<string> {
  const bytes = await through(new Blob([plainText(basket)]), new CompressionStream("gzip"));
  let text = "";
  for (let at = 0; at < bytes.length; at += BYTES_OF_A_PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_OF_A_PIECE));
  return `${PACKED}${btoa(text)}`;
}

/** Parses a stored basket; null if invalid. A promise if it is compressed. */
export function storedBasket(text: string): StoredBasket | null | Promise<StoredBasket | null> {
  return text.startsWith(PACKED) ? unpacked(text.slice(PACKED.length)) : basketIn(text);
}

async function unpacked(text: string): Promise<StoredBasket | null> {
  try {
    const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const bytes = await through(new Blob([packed]), new DecompressionStream("gzip"));
    return basketIn(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

async function through(content: Blob, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(content.stream().pipeThrough(stream)).arrayBuffer());
}

function basketIn(text: string): StoredBasket | null {
  try {
    const { lines, sources } = JSON.parse(text) as Partial<StoredBasket>;
    return Array.isArray(lines) && Array.isArray(sources) ? { lines, sources } : null;
  } catch {
    return null;
  }
}
