/**
 * Lets the process go on when its log is no longer read: the pipe is closed, or the disk is full. Without it, the line that
 * could not be written would end the process. Lines that cannot be written are lost; when they can be again, they are.
 */
export function outliveLogReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
