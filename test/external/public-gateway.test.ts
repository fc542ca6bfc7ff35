import { checkPlugin, type ProductPlugin } from "../../src/plugin-kit";
import { loadExternalPlugins } from "../../src/process/external-plugins";

const [publicGateway] = loadExternalPlugins(["./public-gateway"], __dirname) as [ProductPlugin];

it("a product of a table of parts alone passes the kit", async () => {
  expect(await checkPlugin(publicGateway)).toEqual([]);
});
