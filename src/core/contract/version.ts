/**
 * Version of the contract between the graph and its plugins: what `src/plugin-kit` exports. The first number changes where a
 * plugin must be written anew, the second where the graph offers more.
 */
const CONTRACT = "1.0";

export type ContractVersion = `${number}.${number}`;

/**
 * A plugin of another version would fail later, and less clearly.
 *
 * @param version that the plugin says it is written for
 * @throws Error for a version that this graph does not offer, or for none
 */
export function requireContract(kind: string, version: unknown): void {
  const has = `this graph has ${CONTRACT}`;
  if (typeof version !== "string" || !/^\d+\.\d+$/.test(version)) {
    throw new Error(
      `the product "${kind}" does not say which version of the contract of plugins it is written for (contract: "${CONTRACT}"); ${has}`,
    );
  }
  const [major, minor] = numbersOf(version);
  const [ourMajor, ourMinor] = numbersOf(CONTRACT);
  if (major === ourMajor && minor <= ourMinor) return;
  const advice =
    major < ourMajor || minor < ourMinor ? "take a newer version of the plugin" : "take a newer graph";
  throw new Error(
    `the product "${kind}" is written for version ${version} of the contract of plugins, and ${has}: ${advice}`,
  );
}

function numbersOf(version: string): [number, number] {
  const [major, minor] = version.split(".").map(Number);
  return [major as number, minor as number];
}
