/**
 * Settings are environment variables. An argument would be ignored, so the start refuses it.
 * @throws Error naming the first argument
 */
export function refuseArguments(args: readonly string[]): void {
  const [first] = args;
  if (first === undefined) return;
  throw new Error(
    `Unknown argument "${first}". The only argument is --version; settings are environment variables, listed in docs/settings.md.`,
  );
}
