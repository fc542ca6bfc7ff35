import { type CheckOptions, checkPlugin } from "../../src/plugin-kit";
import { SmallCalculator, smallPlugin } from "./support/small-plugin";

const ONE = { amount: 1 };
const small = () => smallPlugin(SmallCalculator);

describe("what checkPlugin is given", () => {
  it.each([
    ["a list of samples", [ONE], "nothing else: specs, "],
    ["nothing", null, "nothing else: specs, "],
    ["a name that it does not have", { spec: [ONE] }, 'no option "spec": there are specs, '],
    ["samples by name", { specs: { plain: ONE } }, '"specs" is a list'],
    ["a sample that is none", { specs: [ONE, 5] }, '"specs[1]" must be an object'],
    ["a refusal without a code", { refused: { much: { spec: ONE } } }, '"much" needs the code and the field'],
    ["two of a triple", { additive: [[ONE, ONE]] }, '"additive" must be a list of triples'],
    ["other amounts", { amounts: "PER_DAY" }, '"amounts" must be PER_HOUR or PER_PERIOD'],
    ["one plugin for a list", { beside: small() }, '"beside" is a list of plugins'],
    ["a list of their modules", { plugins: [{ small: small() }] }, '"plugins" is a list of plugins'],
    ["a day as a text", { on: "2026-10-01" }, '"on" is a Date'],
    ["no day", { on: new Date("soon") }, '"on" is a Date'],
  ])("is refused with options that are %s", async (_, options, problem) => {
    await expect(checkPlugin(small(), options as unknown as CheckOptions)).rejects.toThrow(problem);
  });

  it.each([
    ["its module", { small: small() }, '. Its member "small" is one'],
    ["something else", { kind: "small" }, "one has kind, contract, product, setUp (see defineProduct)"],
    ["nothing", undefined, "(see defineProduct)"],
  ])("is refused where the plugin is %s", async (_, plugin, problem) => {
    await expect(checkPlugin(plugin as never)).rejects.toThrow(problem);
  });
});
