import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

/**
 * Key of the rate limit of a client without a name: an IPv4 address, or the network of an IPv6 address, since one
 * client has any number of addresses in it.
 */
export function remoteNetwork(request: IncomingMessage, trustedProxies: number): string {
  return networkOf(remoteAddress(request, trustedProxies));
}

/**
 * The address of the client. Each trusted proxy appends the address of its client to X-Forwarded-For; whatever
 * stands before that may be forged.
 */
function remoteAddress(request: IncomingMessage, trustedProxies: number): string {
  const peer = request.socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return peer;
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",").filter(Boolean);
  const address = forwarded.at(-Math.min(trustedProxies, forwarded.length));
  return (address !== undefined && addressIn(address)) || peer;
}

/** Some proxies add the port. */
function addressIn(text: string): string | undefined {
  const trimmed = text.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  return isIP(bare) === 0 ? undefined : bare;
}

/** The address itself for IPv4, however it is written; the first 64 bits for IPv6. */
function networkOf(address: string): string {
  // Checked first: to validate an address takes longer than the rest.
  if (!address.includes(":") || !isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [bare = ""] = address.split("%", 1);
  const [before = [], after = []] = bare.split("::", 2).map(groupsIn);
  const zeros = new Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...zeros, ...after];
}

function groupsIn(text: string): number[] {
  return text
    .split(":")
    .filter((group) => group !== "")
    .flatMap((group) => {
      if (!group.includes(".")) return [Number.parseInt(group, 16)];
      const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
      return [a * 256 + b, c * 256 + d];
    });
}
