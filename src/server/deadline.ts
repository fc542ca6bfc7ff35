import type { Socket } from "node:net";
import { type Deadline, timeoutText } from "../estimates";
import { HttpProblem } from "./http-problem";

/**
 * The answer, if it is there in time. What is still being worked on stops at its next look at the deadline; so it does
 * when the client is gone.
 * @throws HttpProblem REQUEST_TIMEOUT
 */
export async function beforeDeadline<Answer>(
  running: Promise<Answer>,
  deadline: Deadline,
  client: Pick<Socket, "once" | "off">,
): Promise<Answer> {
  const abandon = (): void => deadline.abandon();
  client.once("close", abandon);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      deadline.abandon();
      reject(tooLate(deadline));
    }, deadline.msLeft);
  });
  try {
    const answer = await Promise.race([running, late]);
    // Work that never gave the timer its turn has looked at the clock itself.
    if (deadline.wasMissed) throw tooLate(deadline);
    return answer;
  } finally {
    clearTimeout(timer);
    client.off("close", abandon);
  }
}

export function tooLate({ seconds }: { readonly seconds: number }): HttpProblem {
  return new HttpProblem("REQUEST_TIMEOUT", timeoutText(seconds), { isWellFormed: true });
}
