/** What the page shows, as its address says: a view, and what is set in it. All of it is a link. */
export interface Address {
  readonly view: string;
  readonly settings: Settings;
}
/** By name, as text: what is not there is not set. */
export type Settings = Readonly<Record<string, string>>;

/**
 * The address is behind the "#": it never leaves the browser, and may be as long as a basket of many resources.
 * `#/estimate?product=instance&input.type=PRO2-S`
 */
export function readAddress(hash: string): Address {
  const [path = "", query = ""] = split(hash.replace(/^#?\/?/, ""));
  return { view: decoded(path), settings: Object.fromEntries(new URLSearchParams(query)) };
}

export function writeAddress({ view, settings }: Address): string {
  const query = new URLSearchParams({ ...settings }).toString();
  return `#/${encodeURIComponent(view)}${query === "" ? "" : `?${query}`}`;
}

function split(text: string): [string, string] {
  const at = text.indexOf("?");
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** Somebody may have written the link by hand: what is no address is no view. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
