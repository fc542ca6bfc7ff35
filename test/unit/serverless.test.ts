import { MeasuredUsage } from "../../plugins/serverless/graphql";
import { Calculation as PrintedCalculation } from "../../schema/types";
import { composeEstimates } from "../../src/compose-estimates";
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

const { engine, benchmarks } = composeEstimates();
afterAll(() => benchmarks.close());

const HOUR: Period = { hours: 1, on: new Date("2026-11-23") };
const VINTAGES: Period = { start: new Date("2025-11-12"), end: new Date("2025-12-12") };
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
    expect(labels).toContain("Time that the tokens keep a node busy");
    for (const calculation of calculations) {
      const { formula, terms, result } = PrintedCalculation.each([calculation]).at(-1) as PrintedCalculation;
      const values = new Map(terms.map(({ symbol, value }) => [symbol, value]));
      expectClose(result, evaluatePrinted(formula, values), 1e-12);
      for (const { unit } of Object.values(calculation.terms)) expect(unit).not.toBe("");
    }
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

describe("tokens of a model", () => {
  it("are its node for as long as they keep it busy", async () => {
    // 2 x H100 PCIe: 4,910 input and 2,020 output tokens per second, of a node with those two GPUs.
    const busyHours = (4e8 / 4910 + 1.5e8 / 2020) / 3600;
    const node = await engine.footprint("instance", { type: "H100-2-80G", zone: "fr-par-2" }, HOUR);
    const footprint = await usage(CHAT);
    const tokens = footprint.components.filter(({ kind }) => kind === "TOKENS");
    expectClose(
      tokens.reduce((sum, { parts }) => sum + totalOf(parts).kgCo2Equivalent.expected, 0),
      busyHours * totalOf(node.parts).kgCo2Equivalent.expected,
    );
    expectClose(
      footprint.parts.usage.kwhFinalEnergy.expected,
      busyHours * node.parts.usage.kwhFinalEnergy.expected,
    );
  });

  it("are charged the part of a node that the benchmark used", async () => {
    const spec = { model: "gpt-oss-120b", region: "fr-par", outputTokens: 2720 * 3600 };
    const picked = { ...spec, gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: 1 };
    const node = await engine.footprint("instance", { type: "H100-SXM-2-80G", zone: "fr-par-2" }, HOUR);
    expectClose(
      (await usage(picked)).parts.usage.kwhFinalEnergy.expected,
      0.5 * node.parts.usage.kwhFinalEnergy.expected,
    );
  });

  it("are charged a hundredth of a control plane and one copy of the weights", async () => {
    const busyHours = (4e8 / 4910 + 1.5e8 / 2020) / 3600;
    const footprint = await usage(CHAT);
    const cluster = await engine.footprint(
      "kubernetesCluster",
      { controlPlane: "kapsule-dedicated-4", region: "fr-par", pools: [] },
      HOUR,
    );
    const bucket = { storageClass: "standard", storedGb: 70.6, region: "fr-par" };
    const weights = await engine.footprint("objectBucket", bucket, HOUR);
    const kg = ({ parts }: { parts: Footprint["parts"] }) => totalOf(parts).kgCo2Equivalent.expected;
    expectClose(kg(find(footprint, "CONTROL_PLANE")), 0.01 * busyHours * kg(cluster));
    expectClose(kg(find(footprint, "MODEL_STORAGE")), busyHours * kg(weights));
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
