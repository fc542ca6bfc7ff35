/** The state of the page in its URL: a view and its settings, so that every state is a link. */
export interface Address {
  readonly view: string;
  readonly settings: Settings;
}
/** Settings by name, as text; absent if not set. */
export type Settings = Readonly<Record<string, string>>;

/**
 * In the fragment, after "#": it is not sent to the server, and can be as long as a basket of many resources.
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

/** Links can be edited by hand: an invalid one is no view. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
