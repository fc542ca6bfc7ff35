import { DomainError } from "../core/errors";
import { messageOf } from "../core/helpers";

/** Of a frame of a stack: where it is. */
const PLACE = /\(?([^\s()]+:\d+:\d+)\)?$/;

/**
 * What an error says. Of one that is no refusal of a request, also the line of the plugin that it comes from: the message alone,
 * such as that of a missing member, leaves its author to search.
 */
export function messageWithLine(error: unknown, { folder }: { readonly folder?: string }): string {
  const message = messageOf(error);
  if (error instanceof DomainError || !(error instanceof Error) || folder === undefined) return message;
  const frame = error.stack?.split("\n").find((line) => line.includes(folder) && PLACE.test(line));
  const place = frame === undefined ? undefined : PLACE.exec(frame)?.[1];
  return place === undefined || message.includes(folder) ? message : `${message} (at ${place})`;
}
