/**
 * Settings are environment variables: an argument is a slip that would change nothing, so the start refuses it.
 * @throws Error naming the first argument
 */
export function refuseArguments(args: readonly string[]): void {
  const [first] = args;
  if (first === undefined) return;
  throw new Error(
    `There is no argument "${first}". The graph takes --version alone: its settings are environment variables, which the README lists.`,
  );
}
