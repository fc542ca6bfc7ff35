import { PLUGINS } from "../../src/compose";
import { checkPlugin } from "../../src/plugin-kit";

describe("the built-in plugins", () => {
  it("have samples, each of them", () => {
    for (const { kind, samples } of PLUGINS) {
      const { valid, refused } = samples?.() ?? { valid: {}, refused: {} };
      expect([kind, Object.keys(valid).length > 1, Object.keys(refused).length > 2]).toEqual([
        kind,
        true,
        true,
      ]);
    }
  });

  it.each(PLUGINS.map((plugin) => [plugin.kind, plugin] as const))(
    "%s passes the kit",
    async (_kind, plugin) => {
      expect(await checkPlugin(plugin)).toEqual([]);
    },
  );
});
