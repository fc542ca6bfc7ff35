import { PLUGINS } from "../../src/compose-estimates";
import { DomainError, declareErrors, errorCatalogue, statusOf, unknownName } from "../../src/core/errors";
import { usualComposition } from "../support/usual";

const NOW = new Date("2026-11-25");
const { engine } = usualComposition();

/** Products whose offers are language models: one catalogue for all of them, and so no product. */
const OF_MODELS = ["serverlessUsage"];

describe("a name that no offer has", () => {
  it.each(PLUGINS.map((plugin) => [plugin.kind, plugin] as const))("of %s", async (kind, plugin) => {
    const offer = Object.entries(plugin.description?.fields ?? {}).find(([, { role }]) => role === "OFFER");
    const [valid] = Object.values(plugin.samples?.().valid ?? {});
    const [field] = offer as [string, unknown];
    const spec = { ...(valid as object), [field]: "no-such-offer" };
    const error = await engine.footprint(kind, spec, { hours: 1, on: NOW }).catch((cause: unknown) => cause);
    if (!(error instanceof DomainError)) throw error;
    expect(errorCatalogue().get(error.code)).toBeDefined();
    expect(error.details.field).toBe(`input.${field}`);
    if (OF_MODELS.includes(kind)) expect(error.code).toBe("UNKNOWN_MODEL");
    else expect(error.details.product).toBe(kind);
  });
});

describe("the catalogue", () => {
  it("says of every error what it means and what to do, in sentences", () => {
    for (const [code, { meaning, remedy }] of errorCatalogue()) {
      expect([code, meaning, remedy]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/), remedy]);
      expect(remedy).toMatch(/\.$/);
    }
  });

  it("takes the codes of a product, which may share them but for their meaning", () => {
    declareErrors({ UNKNOWN_LAMP: unknownName("lamp") });
    declareErrors({ UNKNOWN_LAMP: unknownName("lamp") });
    expect(errorCatalogue().get("UNKNOWN_LAMP")?.meaning).toBe("No lamp has this name.");
    expect(() => declareErrors({ UNKNOWN_LAMP: unknownName("candle") })).toThrow("two meanings");
    expect(() => declareErrors({ UNKNOWN_ZONE: unknownName("lamp") })).toThrow("two meanings");
  });

  it("has the status of each request that is refused", () => {
    expect([statusOf("NOT_FOUND"), statusOf("REQUEST_TIMEOUT"), statusOf("RATE_LIMITED")]).toEqual([
      404, 503, 429,
    ]);
  });
});
