import { setTimeout as sleep } from "node:timers/promises";
import type { Asked } from "./walk";

/** Asked so often, a document is compiled. */
const OFTEN = 5;
/** Blanks at the end that change nothing, but make a body so long that a thread answers it. */
const LONG = " ".repeat(16_001);

/**
 * The same request to a running graph: the first time, when it is asked often, and in a thread.
 * @returns null where all answers are the same, to the last byte
 */
export async function servedAlike(
  url: string,
  { query, ...asked }: Asked,
): Promise<{ readonly first: string; readonly other: string } | null> {
  const ask = async (text: string): Promise<string> => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: text, ...asked }),
    });
    // Faults of ours have the id of their request.
    return `${response.status} ${(await response.text()).replace(/"requestId":"[^"]+"/g, '"requestId":""')}`;
  };
  // A turn of the event loop, for connections that were closed while there was none.
  await sleep(10);
  const first = await ask(query);
  for (let time = 1; time <= OFTEN; time++) {
    const other = await ask(query);
    if (other !== first) return { first, other };
  }
  for (let time = 1; time <= OFTEN; time++) {
    const other = await ask(query + LONG);
    if (other !== first) return { first, other };
  }
  return null;
}
