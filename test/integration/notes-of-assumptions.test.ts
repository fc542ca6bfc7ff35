import { rmSync } from "node:fs";
import { composeEstimates } from "../../src/compose-estimates";
import { sayNotes } from "../../src/core/footprint";
import { changed, type DataFile, dataFiles, overlayOf, type Row } from "../support/overlays";

const ON = new Date("2026-11-23");
const SPECS: readonly (readonly [kind: string, spec: object])[] = [
  ["instance", { type: "PRO2-S", zone: "fr-par-2" }],
  ["instance", { type: "H100-SXM-4-80G", zone: "fr-par-2" }],
  ["instance", { type: "BASIC3-X8C-16G", zone: "it-mil-1" }],
  ["blockVolume", { storageClass: "sbs_5k", sizeGb: 200, zone: "fr-par-2" }],
  ["blockVolume", { storageClass: "sbs_5k_snapshot", sizeGb: 200, zone: "fr-par-2" }],
  ["objectBucket", { storageClass: "standard", storedGb: 200, region: "fr-par" }],
  ["objectBucket", { storageClass: "onezone_ia", storedGb: 200, region: "fr-par" }],
  ["objectBucket", { storageClass: "glacier", storedGb: 200, region: "nl-ams" }],
  ["loadBalancer", { type: "LB-S", zone: "fr-par-2" }],
  ["kubernetesCluster", { controlPlane: "kapsule", region: "fr-par", pools: [] }],
  ["kubernetesCluster", { controlPlane: "multicloud-dedicated-8", region: "pl-waw", pools: [] }],
  ["dedicatedDeployment", { nodeType: "B300-SXM-2", region: "fr-par", importedModelGb: 100 }],
  ["serverlessUsage", { model: "llama-3.3-70b-instruct", region: "fr-par", inputTokens: 1e6 }],
];

const FILES = dataFiles();
const folders: string[] = [];
let shipped: readonly string[];
beforeAll(async () => {
  shipped = await notesWith([]);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** What each resource says of itself, with files laid over the data. */
async function notesWith(files: readonly DataFile[]): Promise<string[]> {
  const dataOverlay = overlayOf(files);
  folders.push(dataOverlay);
  const { engine } = composeEstimates({ dataOverlay });
  return Promise.all(
    SPECS.map(async ([kind, spec]) =>
      sayNotes(await engine.footprint(kind, spec, { hours: 730, on: ON })).join("\n"),
    ),
  );
}

const published = (row: Row): Row | null =>
  row.confidence === "ASSUMED" ? { ...row, confidence: "PUBLISHED", source: "The operator" } : null;

function file(name: string): DataFile {
  const found = FILES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no data file ${name}`);
  return found;
}

async function notesWithRow(name: string, id: string, values: Row): Promise<string[]> {
  return notesWith([changed(file(name), (row) => (row.id === id ? { ...row, ...values } : null))]);
}

/** Of the resources whose product the file belongs to. */
function ofProduct(name: string, notes: readonly string[]): string {
  const owner = name.startsWith("core/") ? "instance" : name.split("/")[0];
  return notes.filter((_, index) => SPECS[index]?.[0] === owner).join("\n");
}

describe("as shipped", () => {
  it("every resource but those that rest on none says what is assumed", () => {
    const without = SPECS.filter((_, index) => !/assum/i.test(shipped[index] as string));
    expect(without).toEqual([
      ["instance", { type: "PRO2-S", zone: "fr-par-2" }],
      ["instance", { type: "BASIC3-X8C-16G", zone: "it-mil-1" }],
    ]);
  });

  it("are a handful", () => {
    for (const notes of shipped) expect(notes.split("\n").length).toBeLessThanOrEqual(8);
  });
});

describe("with what the operator publishes", () => {
  it("nothing is said to be assumed where nothing is", async () => {
    for (const notes of await notesWith(FILES.map((one) => changed(one, published)))) {
      expect(notes).not.toMatch(/assum/i);
    }
  });

  it.each([
    ["core/consumption.csv", "what GPUs at work draw"],
    ["blockVolume/block-servers.csv", "servers and disks, capacity"],
    ["blockVolume/block-pool.csv", "how a snapshot is kept"],
    ["objectBucket/object-servers.csv", "servers and disks, capacity"],
    ["objectBucket/object-pool.csv", "capacity, power of drives"],
    ["objectBucket/object-places.csv", "that One Zone - Infrequent Access data of fr-par lie in"],
    ["loadBalancer/load-balancer-parts.csv", "which offer stands for the Instances behind a Load Balancer"],
    ["loadBalancer/load-balancer-counts.csv", "how many there are"],
    ["kubernetesCluster/control-plane-parts.csv", "which offer stands for the machines of the control plane"],
    ["kubernetesCluster/kubernetes-counts.csv", "how many clusters share"],
    ["kubernetesCluster/kubernetes-regions.csv", "that the place of the control plane is fr-par-1"],
    ["dedicatedDeployment/dedicated-node-types.csv", "which offer stands for the nodes"],
    ["dedicatedDeployment/dedicated-parts.csv", "which offer stands for the inference infrastructure"],
    [
      "dedicatedDeployment/dedicated-platform-shares.csv",
      "how many nodes share the inference infrastructure",
    ],
    ["serverlessUsage/serving-nodes.csv", "the hardware behind the endpoints"],
    ["serverlessUsage/serverless-platform.csv", "which offer the control plane of serving is"],
    ["serverlessUsage/serverless-shares.csv", "what share of the control plane of serving"],
  ])("%s alone, nobody says that it assumes %s", async (name, what) => {
    const after = await notesWith([changed(file(name), published)]);
    expect(ofProduct(name, shipped)).toContain(what);
    expect(ofProduct(name, after)).not.toContain(what);
  });

  it("one of two figures of management servers that is assumed is named, and both are the constant", async () => {
    const assumed = (...ids: string[]): DataFile =>
      changed(file("core/shared-services.csv"), (row) =>
        ids.includes(row.id ?? "") ? { ...row, confidence: "ASSUMED" } : null,
      );
    const [power, manufacturing] = ["management-it.fr-par-2.power", "management-it.fr-par-2.manufacturing"];
    const [one = ""] = await notesWith([assumed(power as string)]);
    expect(one).toContain("the electricity of management servers and stock in fr-par-2");
    expect(one).not.toContain("the constant of management servers");
    const [both = ""] = await notesWith([assumed(power as string, manufacturing as string)]);
    expect(both).toContain("the constant of management servers and stock in fr-par-2");
  });

  it("a figure of a host is said to be derived from what the operator's own row says", async () => {
    const id = "host.scw_pro2.base.power";
    const own = { confidence: "DERIVED", source: "Own meters" };
    const [notes = ""] = await notesWithRow("instance/calibrated-hosts.csv", id, own);
    expect(notes).toContain("Power of the host is derived: Own meters.");
    expect(notes).toContain("Manufacturing of the host is derived from the operator's recorded estimates");
  });
});
