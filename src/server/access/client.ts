/** Who asks, once admitted. */
export interface Client {
  /** The subject of a token or the name of a key; null for who is known by an address alone. */
  readonly name: string | null;
  /** What its requests are counted and queued by: its name, or the network that it asks from. */
  readonly countedAs: string;
  /** What the answer tells about the client's limits, whatever it answers. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The client of a graph that authenticates none. */
export const ANYBODY: Client = { name: null, countedAs: "anybody", headers: {} };
