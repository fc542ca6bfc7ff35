import { PLUGINS } from "../../src/compose";
import { checkPlugin } from "../../src/plugin-kit";

describe("the built-in plugins", () => {
  it.each(PLUGINS.map(({ kind, samples }) => [kind, samples] as const))(
    "%s has at least two valid samples and three that are refused",
    (_kind, samples) => {
      const { valid, refused } = samples?.() ?? { valid: {}, refused: {} };
      expect(Object.keys(valid).length).toBeGreaterThanOrEqual(2);
      expect(Object.keys(refused).length).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(PLUGINS.map((plugin) => [plugin.kind, plugin] as const))(
    "%s passes the kit",
    async (_kind, plugin) => {
      expect(await checkPlugin(plugin)).toEqual([]);
    },
  );
});
