import { composeEstimates } from "../../../src/compose-estimates";
import { type EstimateRequest, type FootprintError, Footprints } from "../../../src/library";
import { InProcess } from "../../../src/library/in-process";

export const NOW = new Date("2026-11-25T00:00:00Z");
export const composed = composeEstimates();
/** What a program asks: who uses it closes it. */
export const footprints = new Footprints(new InProcess(composed, () => NOW));

export const INSTANCE = { product: "instance", type: "PRO2-S", zone: "fr-par-2" };

/** The error of a request, whatever it is. */
export async function errorOf(
  request: unknown,
): Promise<Pick<FootprintError, "code" | "field" | "suggestions" | "message">> {
  const error = await footprints.estimate(request as EstimateRequest).then(
    () => null,
    (thrown: FootprintError) => thrown,
  );
  if (error === null) throw new Error("it was answered");
  const { code, field, suggestions, message } = error;
  return { code, field, suggestions, message };
}
