import { requireNumber } from "../../src/product/limits";

const say = (name: string, unit: string, minimum: number, maximum?: number, isMinimumExcluded = false) => {
  const at = { path: name, name, catalogue: {}, factors: null, offer: { id: "big", entry: {} } };
  const limits = { minimum, isMinimumExcluded, ...(maximum === undefined ? {} : { maximum }) };
  try {
    return requireNumber(-1, { isWhole: false, unit, limits }, at as never);
  } catch (error) {
    return (error as Error).message;
  }
};

describe("a number beyond its limits", () => {
  it.each([
    ["nodes", "node", 0, undefined, "nodes must be 0 or more, got -1."],
    ["nodes", "node", 1, 100, "nodes must be from 1 to 100, got -1."],
    ["gpuCount", "GPU", 1, undefined, "gpuCount must be 1 or more, got -1."],
    ["inputTokens", "token", 0, 1e15, "inputTokens must be from 0 to 1,000,000,000,000,000, got -1."],
    ["storedGb", "GB", 0, 250_000, "storedGb must be from 0 to 250,000, got -1."],
    ["size_gib", "GiB", 1, undefined, "size_gib must be 1 or more, got -1."],
    ["concurrency", "requests", 1, 4096, "concurrency must be from 1 to 4,096 requests, got -1."],
    ["ipAddresses", "address", 0, 10, "ipAddresses must be from 0 to 10, got -1."],
    ["size", "address", 1, 3, "size must be from 1 to 3 addresses, got -1."],
    ["size", "node", 1, 3, "size must be from 1 to 3 nodes, got -1."],
    ["cpuLoadPercent", "%", 0, 100, "cpuLoadPercent must be from 0 to 100 %, got -1."],
    ["audioSeconds", "s", 0, undefined, "audioSeconds must be 0 s or more, got -1."],
    ["nodesOfGroup", "kWh", 0, 5, "nodesOfGroup must be from 0 to 5 kWh, got -1."],
    ["utilisation", "-", 0.0001, 1, "utilisation must be from 0.0001 to 1, got -1."],
  ])("%s of %s is said in words", (name, unit, least, most, told) => {
    expect(say(name, unit, least, most)).toBe(told);
  });

  it("is above what is excluded", () => {
    expect(say("share", "lines", 0, 10, true)).toBe("share must be above 0 and at most 10 lines, got -1.");
    expect(say("lines", "line", 0, undefined, true)).toBe("lines must be above 0, got -1.");
  });
});
