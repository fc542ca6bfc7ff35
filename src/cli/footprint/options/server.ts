import type { Environment } from "../../../process/environment";

const OPTION = "--server";

/** URL of the server that answers; null for this process. Read before all other options, since that server's products decide which there are. */
export function serverIn(args: readonly string[], environment: Environment): string | null {
  const at = args.findIndex((arg) => arg === OPTION || arg.startsWith(`${OPTION}=`));
  if (at < 0) return environment.FOOTPRINT_SERVER || null;
  const [, ...rest] = (args[at] as string).split("=");
  return rest.length > 0 ? rest.join("=") : (args[at + 1] ?? null);
}
