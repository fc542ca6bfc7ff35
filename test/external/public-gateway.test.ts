import { instance } from "../../plugins/instance";
import { composeEstimates } from "../../src/compose-estimates";
import { estimateAlternatives } from "../../src/estimates";
import { checkPlugin, type ProductPlugin } from "../../src/plugin-kit";
import { loadExternalPlugins } from "../../src/process/external-plugins";
import { withOutside } from "./support/with-outside";

const [publicGateway] = loadExternalPlugins(["./public-gateway"], __dirname) as [ProductPlugin];

it("a product of a table of parts alone passes the kit", async () => {
  expect(await checkPlugin(publicGateway)).toEqual([]);
});

it("without places of its own, it can be wherever its parts are", async () => {
  const { sessionAt } = composeEstimates({ plugins: withOutside(publicGateway) });
  const { kind } = publicGateway;
  const request = { kind, spec: { type: "VPC-GW-S", zone: "fr-par-1" }, during: null };
  const found = await estimateAlternatives(request, sessionAt(new Date("2026-11-23")));
  expect(found?.computed.map(({ place }) => place.name).sort()).toEqual(
    "fr-par-2 fr-par-3 nl-ams-1 nl-ams-2 nl-ams-3 pl-waw-1 pl-waw-2 pl-waw-3".split(" "),
  );
});

it("is checked beside the products that it consists of, built in or of others", async () => {
  const alone = await checkPlugin(publicGateway, { plugins: [] });
  expect(alone.map(({ rule, problem }) => [rule, problem])).toEqual([
    ["composes", expect.stringContaining('"instance"')],
  ]);
  expect(await checkPlugin(publicGateway, { plugins: [], beside: [instance] })).toEqual([]);
});
