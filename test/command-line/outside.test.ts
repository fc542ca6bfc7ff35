import { PLUGINS } from "../../src/compose-estimates";
import { openFootprints } from "../../src/library";
import { publicGateway } from "../external/public-gateway";
import { ran } from "./support/ran";

describe("a product from outside", () => {
  const isBuiltIn = PLUGINS.some(({ kind }) => kind === publicGateway.kind);
  const footprints = openFootprints({ plugins: isBuiltIn ? [] : [publicGateway] });
  footprints.close = async () => {};
  const typed = (...args: string[]) => ran(args, { footprints });

  it("has its command, its options, its help and its completion by itself", async () => {
    const [type, zone] = ["type", "zone"].map((name) => async () => {
      const product = (await footprints.products()).find(({ id }) => id === publicGateway.product.id);
      return product?.fields.find((field) => field.name === name)?.example ?? "";
    }) as [() => Promise<string>, () => Promise<string>];
    const answer = await typed("estimate", "vpc-gateway", await type(), "--zone", await zone(), "--json");
    expect([answer.err, answer.code]).toEqual(["", 0]);
    expect(JSON.parse(answer.out).product.id).toBe(publicGateway.product.id);
    expect((await typed("estimate", "--help")).out).toContain("public-gateway");
    expect((await typed("complete", "--", "estimate", "public-gateway", "--zon")).out).toBe("--zone\n");
    expect((await typed("products")).out).toContain("public-gateway");
  });
});
