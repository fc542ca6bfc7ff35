import { MeasuredUsage } from "../../plugins/serverless/graphql";
import { Calculation as PrintedCalculation } from "../../schema/types";
import { DomainError } from "../../src/core/errors";
import {
  type Component,
  dataQualityOf,
  type Footprint,
  type Period,
  sayNotes,
  scaleFootprint,
  totalOf,
} from "../../src/core/footprint";
import { type Calculation, isCalculation } from "../../src/core/formulas";
import { evaluatePrinted } from "../support/evaluate";
import { BOUNDS, expectClose, expectSameImpact, sumOfImpacts, walk } from "../support/numbers";
import { usualComposition } from "../support/usual";

const { engine } = usualComposition();

const HOUR: Period = { hours: 1, on: new Date("2026-11-23") };
const VINTAGES: Period = { start: new Date("2025-07-31"), end: new Date("2025-08-30") };
const CHAT = { model: "llama-3.3-70b-instruct", region: "fr-par", inputTokens: 4e8, outputTokens: 1.5e8 };
const AUDIO = { model: "voxtral-small-24b-2507", region: "fr-par", audioSeconds: 3600 };

const usage = (spec: object, period: Period = HOUR): Promise<Footprint> =>
  engine.footprint("serverlessUsage", spec, period);

function calculationsOf({ components }: Footprint): Set<Calculation> {
  const found = new Set<Calculation>();
  const open = (calculation: Calculation): void => {
    if (found.has(calculation)) return;
    found.add(calculation);
    for (const term of Object.values(calculation.terms)) if (isCalculation(term)) open(term);
  };
  for (const root of components) {
    for (const { contributions, workings } of walk(root)) {
      for (const { calculation } of contributions) open(calculation);
      for (const working of workings) open(working);
    }
  }
  return found;
}

function find(footprint: Footprint, kind: Component["kind"]): Component {
  const found = footprint.components.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no component of kind ${kind}`);
  return found;
}

describe("the explanation of tokens", () => {
  it.each([
    ["of a chat", CHAT, HOUR],
    ["of audio", AUDIO, HOUR],
    ["over two vintages", CHAT, VINTAGES],
  ])("%s prints formulas that lead to the printed results", async (_, spec, period) => {
    const calculations = calculationsOf(await usage(spec, period));
    const labels = new Set([...calculations].map(({ formula }) => formula.label));
    expect(labels).toContain("Time of a node in service for the tokens, busy and idle");
    for (const { formula, terms, result } of PrintedCalculation.each(calculations)) {
      const values = new Map(terms.map(({ symbol, value }) => [symbol, value]));
      expectClose(result, evaluatePrinted(formula, values), 1e-12);
    }
    const units = [...calculations].flatMap(({ terms }) => Object.values(terms).map(({ unit }) => unit));
    expect(units).not.toContain("");
  });

  it("adds up: contributions of leaves make the total", async () => {
    const footprint = await usage(CHAT);
    const leaves = footprint.components
      .flatMap((one) => [...walk(one)])
      .filter(({ children }) => children.length === 0);
    for (const bound of BOUNDS) {
      const kilograms = leaves
        .flatMap(({ contributions }) => contributions)
        .filter(({ criterion }) => criterion === "kgCo2Equivalent")
        .reduce((sum, { calculation }) => sum + calculation.range[bound], 0);
      expectClose(kilograms, totalOf(footprint.parts).kgCo2Equivalent[bound]);
    }
    const { published, derived, assumed } = dataQualityOf(footprint);
    expectClose(published + derived + assumed, 1);
  });

  it("stays whole when a portfolio repeats it", async () => {
    const repeated = scaleFootprint(await usage(CHAT), 3);
    for (const root of repeated.components) {
      for (const { parts, children } of walk(root)) {
        if (children.length > 0) {
          expectSameImpact(totalOf(parts), sumOfImpacts(children.map((one) => totalOf(one.parts))));
        }
      }
    }
  });
});

/** 2 x H100 PCIe, as the data have it: each token waits for 70.6 GB read at 2 × 2 TB/s, 1.5 times as long, shared by 32 requests. */
const WAITING_S = (1.5 * 70.6) / (2 * 2) / 1000 / 32;
const OUTPUT_S = WAITING_S + 1 / 2020;
const INPUT_S = 1 / 4910;
/** In service, as a node works 60 % of its time. */
const SERVICE_H = (4e8 * INPUT_S + 1.5e8 * OUTPUT_S) / 0.6 / 3600;
const PUE = 1.16;

describe("tokens of a model", () => {
  it("take what its GPUs draw that wait, work and idle for them, and what the rest of the node draws", async () => {
    const gpus = 2 * 350;
    const watts = {
      waiting: gpus * 0.85,
      working: gpus * 0.97,
      prompt: gpus * 0.95,
      idle: gpus * 0.14,
      rest: 2 * 150,
    };
    const busyS = 4e8 * INPUT_S + 1.5e8 * OUTPUT_S;
    const joules =
      4e8 * INPUT_S * watts.prompt +
      1.5e8 * (WAITING_S * watts.waiting + watts.working / 2020) +
      busyS * (1 / 0.6 - 1) * watts.idle +
      (busyS / 0.6) * watts.rest;
    const footprint = await usage(CHAT);
    expectClose(footprint.parts.usage.kwhFinalEnergy.expected, (joules / 3.6e6) * PUE);
  });

  it("are charged what their node was made of, for its time in service", async () => {
    const node = await engine.footprint("instance", { type: "H100-2-80G", zone: "fr-par-2" }, HOUR);
    const footprint = await usage(CHAT);
    for (const criterion of ["kgCo2Equivalent", "kgSbEquivalent", "mjPrimaryEnergy"] as const) {
      const made = ({ parts }: Footprint) => parts.manufacturing[criterion]?.expected as number;
      expectClose(made(footprint), SERVICE_H * made(node));
    }
  });

  it("are charged the part of a node that the benchmark used", async () => {
    const spec = {
      model: "gpt-oss-120b",
      region: "fr-par",
      outputTokens: 1e6,
      utilisation: 1,
      concurrency: 64,
    };
    const picked = { ...spec, gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: 1 };
    const node = await engine.footprint("instance", { type: "H100-SXM-2-80G", zone: "fr-par-2" }, HOUR);
    const hours = (1e6 * ((1.5 * 58.5) / 3.35 / 1000 / 64 + 1 / 2720)) / 3600;
    expectClose(
      (await usage(picked)).parts.manufacturing.kgCo2Equivalent.expected,
      0.5 * hours * node.parts.manufacturing.kgCo2Equivalent.expected,
    );
  });

  it("have components of their own for GPUs that wait, work and idle, the rest of the node, and its manufacturing", async () => {
    const [input, output] = (await usage(CHAT)).components as [Component, Component];
    const OF_NODE = [
      "GPUs at work",
      "GPUs without a request",
      "Rest of the node",
      "Manufacturing of the node",
    ];
    expect(input.children.map(({ name }) => name)).toEqual(expect.arrayContaining(OF_NODE));
    expect(input.children.map(({ name }) => name)).not.toContain("GPUs that wait for memory");
    expect(output.children.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["GPUs that wait for memory", ...OF_NODE]),
    );
    const made = output.children.find(({ kind }) => kind === "NODE") as Component;
    expect(made.parts.usage.kwhFinalEnergy.expected).toBe(0);
    expect([...walk(made)].map(({ kind }) => kind)).toEqual(expect.arrayContaining(["GPU", "CPU", "RAM"]));
  });

  it("are charged a hundredth of a control plane and one copy of the weights", async () => {
    const footprint = await usage(CHAT);
    const cluster = await engine.footprint(
      "kubernetesCluster",
      { controlPlane: "kapsule-dedicated-4", region: "fr-par", pools: [] },
      HOUR,
    );
    const bucket = { storageClass: "standard", storedGb: 70.6, region: "fr-par" };
    const weights = await engine.footprint("objectBucket", bucket, HOUR);
    const kg = ({ parts }: { parts: Footprint["parts"] }) => totalOf(parts).kgCo2Equivalent.expected;
    expectClose(kg(find(footprint, "CONTROL_PLANE")), 0.01 * SERVICE_H * kg(cluster));
    expectClose(kg(find(footprint, "MODEL_STORAGE")), SERVICE_H * kg(weights));
    for (const kind of ["CONTROL_PLANE", "MODEL_STORAGE"] as const) {
      const { manufacturing, usage: electricity } = find(footprint, kind).parts;
      expect([manufacturing.kgCo2Equivalent.expected, electricity.kgCo2Equivalent.expected]).toEqual([0, 0]);
    }
  });

  it("leave out the storage of a model whose size nobody publishes", async () => {
    const footprint = await usage({
      model: "gemma-4-26b-a4b-it",
      region: "fr-par",
      inputTokens: 1,
    });
    expect(footprint.components.map(({ kind }) => kind)).toEqual(["TOKENS", "CONTROL_PLANE"]);
    expect(sayNotes(footprint).join()).toContain("its storage is left out");
  });
});

describe("the place of tokens", () => {
  const SESSION = { today: "2026-11-23", request: {} } as never;
  class Usage extends MeasuredUsage {}
  const inZone = (benchmarksOn: () => Promise<never>, zone: string | null = null): Usage =>
    new Usage("serverlessUsage", CHAT, {
      check: () => ({ name: "a", place: { name: zone ?? "fr-par" }, checked: { benchmarksOn } }),
      shown: () => ({ region: "fr-par" }),
      withArguments: (spec) => spec,
    });

  it("is the zone of the node where a region has nodes in several", async () => {
    const found = inZone(async () => ({ node: { zone: "fr-par-3" } }) as never);
    expect(await found.placeIn(SESSION)).toBe("fr-par-3");
  });

  it("is the only zone without asking, and the region where no node is known", async () => {
    const missing = () => Promise.reject(new DomainError("NO_BENCHMARK", "none"));
    expect(inZone(missing, "fr-par-2").placeIn(SESSION)).toBe("fr-par-2");
    expect(await inZone(missing).placeIn(SESSION)).toBe("fr-par");
    const away = () => Promise.reject(new DomainError("STORE_UNAVAILABLE", "away"));
    await expect(inZone(away).placeIn(SESSION)).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  });
});
