import { faultsIn } from "../support/live-graph";
import { COMPOSERS } from "./support/composers";
import { type FootprintServer, startFootprintServer } from "./support/footprint-server";
import { type Gateway, startApolloGateway, startHiveGateway } from "./support/gateways";
import type { RunningNeighbour } from "./support/neighbour-servers";
import { FIELDS, startRichInventory } from "./support/rich-inventory";

let footprint: FootprintServer;
let inventory: RunningNeighbour;
let gateways: Gateway[];
beforeAll(async () => {
  footprint = await startFootprintServer({ entityFields: FIELDS });
  inventory = await startRichInventory();
  const all = [{ name: "footprint", sdl: footprint.sdl, url: footprint.url }, inventory];
  gateways = await Promise.all([
    startApolloGateway(COMPOSERS.Apollo(all).supergraph),
    startHiveGateway(COMPOSERS.Guild(all).supergraph),
  ]);
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await footprint.stop();
  await inventory.stop();
});

const ASKED = "footprint { total { kgCo2Equivalent } notes }";

it("gateways send what the inventory knows besides, and the answer is that of the queries", async () => {
  for (const gateway of gateways) {
    const { data, errors } = await gateway.ask(`{
      servers { ${ASKED} }
      clusters { ${ASKED} }
      volumes { ${ASKED} }
      deployments { ${ASKED} }
      busy: instance(input: { type: "PRO2-S", zone: "fr-par-1", cpuLoadPercent: 85 }) { ${ASKED} }
      unknown: instance(input: { type: "PRO2-S", zone: "fr-par-1" }) { ${ASKED} }
      cluster: kubernetesCluster(input: { controlPlane: "multicloud", region: "fr-par", pools: [
        { nodeType: "DEV1-M", nodes: 2.5, zone: "fr-par-2", cpuLoadPercent: 60 }, { nodeType: "external", nodes: 3 }
      ] }) { ${ASKED} }
      volume: blockVolume(input: { storageClass: "sbs_volume", sizeGb: 250, zone: "fr-par-2" }) { ${ASKED} }
      deployment: dedicatedDeployment(input: {
        nodeType: "L40S", region: "fr-par", importedModelGb: 16, model: "llama-3.1-8b-instruct:bf16"
      }) { ${ASKED} }
    }`);
    expect(errors).toBeUndefined();
    expect(data?.servers).toEqual([data?.busy, data?.unknown]);
    expect(data?.busy).not.toEqual(data?.unknown);
    expect(data?.clusters).toEqual([data?.cluster]);
    expect(data?.volumes).toEqual([data?.volume]);
    expect(data?.deployments).toEqual([data?.deployment]);
  }
  expect(faultsIn(footprint.log)).toEqual([]);
});
