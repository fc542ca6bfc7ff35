/** An admitted client. */
export interface Client {
  /** The subject of a token or the name of a key; null for a client known by its address only. */
  readonly name: string | null;
  /** Key of its rate limit and its queue: its name, or its network. */
  readonly countedAs: string;
  /** Headers about the client's rate limit, part of every response. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The client if the server does not authenticate. */
export const ANYBODY: Client = { name: null, countedAs: "anybody", headers: {} };
