import { didYouMean, suggest } from "../core/errors";
import type { Environment } from "./environment";
import { SETTINGS } from "./settings-table";

const PREFIX = "FOOTPRINT_";

/** Variables that Kubernetes and Docker set in containers for a service called `footprint` or `footprint-graph`. */
const SERVICE_LINK = /_SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)$|_PORT_\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?$/;
const SERVICE_ADDRESS = /^(tcp|udp|sctp):\/\//;

/**
 * A setting that is misspelt would be as if left out: a graph that should authenticate its clients would authenticate none.
 * @throws Error naming all that nothing reads, with the nearest names.
 */
export function requireKnownSettings(environment: Environment): void {
  const known = new Set(SETTINGS);
  const unknown = Object.keys(environment).filter(
    (name) =>
      name.toUpperCase().startsWith(PREFIX) && !known.has(name) && !isServiceLink(name, environment[name]),
  );
  if (unknown.length === 0) return;
  throw new Error(unknown.sort().map(describe).join("\n"));
}

function isServiceLink(name: string, value = ""): boolean {
  return SERVICE_LINK.test(name) || (name.endsWith("_PORT") && SERVICE_ADDRESS.test(value));
}

function describe(name: string): string {
  const rest = (setting: string): string => setting.slice(PREFIX.length);
  // What all names begin with says little about which is near; of short ones it is what lets two letters change places.
  const alike = suggest(rest(name), SETTINGS.map(rest)).map((one) => `${PREFIX}${one}`);
  const near = alike.length > 0 ? alike : suggest(name, SETTINGS).slice(0, 1);
  return `${name} is no setting.${didYouMean(near)}`;
}
