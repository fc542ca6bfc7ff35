import type { KeptBasket } from "./basket";

/** Before a text that is packed; one that is not begins as JSON does. */
const PACKED = "gzip:";
/** Pieces in which bytes become text: more are too many arguments. */
const BYTES_OF_A_PIECE = 8_192;

export const plainText = (basket: KeptBasket): string => JSON.stringify(basket);

/** The text of a basket of many lines: a browser keeps some 5 million characters for a tab. */
export async function packedText(basket: KeptBasket): Promise<string> {
  const bytes = await through(new Blob([plainText(basket)]), new CompressionStream("gzip"));
  let text = "";
  for (let at = 0; at < bytes.length; at += BYTES_OF_A_PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_OF_A_PIECE));
  return `${PACKED}${btoa(text)}`;
}

/** What was kept; null where that is no basket. Of a packed one it is there later. */
export function keptBasket(text: string): KeptBasket | null | Promise<KeptBasket | null> {
  return text.startsWith(PACKED) ? unpacked(text.slice(PACKED.length)) : basketIn(text);
}

async function unpacked(text: string): Promise<KeptBasket | null> {
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

function basketIn(text: string): KeptBasket | null {
  try {
    const { lines, sources } = JSON.parse(text) as Partial<KeptBasket>;
    return Array.isArray(lines) && Array.isArray(sources) ? { lines, sources } : null;
  } catch {
    return null;
  }
}
