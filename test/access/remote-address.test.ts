import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { remoteNetwork } from "../../src/server/access/remote-address";

function asked(peer: string, forwarded?: string, trustedProxies = 0): string {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return remoteNetwork(
    { socket: { remoteAddress: peer }, headers } as unknown as IncomingMessage,
    trustedProxies,
  );
}

describe("a client without a name is counted on", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["2001:db8::6", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
  ])("its address, or its network: %s is %s", (address, network) => {
    expect(asked(address)).toBe(network);
  });

  it.each([
    [0, "192.0.2.1, 192.0.2.2", "10.0.0.1"],
    [1, "192.0.2.1, 192.0.2.2", "192.0.2.2"],
    [2, "192.0.2.1, 192.0.2.2", "192.0.2.1"],
    [3, "192.0.2.1, 192.0.2.2", "192.0.2.1"],
    [1, "192.0.2.2:4711", "192.0.2.2"],
    [1, "[2001:db8::6]:4711", "2001:db8:0:0::/64"],
    [1, "2001:db8::6", "2001:db8:0:0::/64"],
    [1, "192.0.2.2, unknown", "10.0.0.1"],
    [1, "192.0.2.2, 999.0.0.1", "10.0.0.1"],
    [1, "", "10.0.0.1"],
    [1, " , ", "10.0.0.1"],
    [1, undefined, "10.0.0.1"],
  ])("the one that the trusted proxies tell: %d of %j is %s", (trusted, forwarded, client) => {
    expect(asked("10.0.0.1", forwarded, trusted)).toBe(client);
  });

  it("the same network for every address of a network, however it is written", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }),
        fc.ipV6(),
        (groups, other) => {
          const long = groups.map((group) => group.toString(16).padStart(4, "0")).join(":");
          const short = new URL(`http://[${long}]`).hostname.slice(1, -1);
          expect(asked(long)).toBe(asked(short));
          expect(asked(other)).toMatch(/^([0-9a-f]{1,4}(:[0-9a-f]{1,4}){3}::\/64|\d+(\.\d+){3})$/);
        },
      ),
    );
  });
});
