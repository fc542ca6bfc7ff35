import { messageOf } from "../helpers";
import { DomainError } from "./errors";

/** File and position in a frame of a stack; a syntax error has its line alone, and before the message. */
const PLACE = /\(?([^\s()]+:\d+(?::\d+)?)\)?$/;

/**
 * The message of an error. If it is not a refusal of a request, with the line of the plugin that it comes from, since a message
 * such as that of a missing member does not say where.
 */
export function messageWithLine(error: unknown, { folder }: { readonly folder?: string }): string {
  const message = messageOf(error);
  if (error instanceof DomainError || !(error instanceof Error) || folder === undefined) return message;
  const frame = error.stack?.split("\n").find((line) => line.includes(folder) && PLACE.test(line));
  const place = frame === undefined ? undefined : PLACE.exec(frame)?.[1];
  return place === undefined || message.includes(folder) ? message : `${message} (at ${place})`;
}
