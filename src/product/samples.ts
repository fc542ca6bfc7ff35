import { join } from "node:path";
import { AMOUNTS, type ProductSamples } from "../core/contract";
import { objectIn, readObject, refuseOthers } from "./read-json";

/**
 * The samples of a product, from `samples.json` in its folder. Read on the first call: a graph that serves makes none.
 * @throws Error naming the file and what is wrong in it
 */
export function samplesIn(folder: string): () => ProductSamples {
  return () => {
    const file = join(folder, "samples.json");
    const samples = readObject(file);
    if (samples === null) throw new Error(`${file} is missing: samples show the input of a product`);
    refuseOthers(file, "the file", samples, ["valid", "refused", "additive", "amounts"]);
    const valid = objectIn(file, '"valid"', samples.valid);
    if (Object.keys(valid).length === 0) throw new Error(`${file}: "valid" needs a specification or more`);
    objectIn(file, '"refused"', samples.refused);
    requireSamples(file, samples);
    return samples as unknown as ProductSamples;
  };
}

/**
 * Checks samples, each kind of them where there are any.
 * @param from where they are from, for messages
 * @throws Error saying what is wrong in them
 */
export function requireSamples(
  from: string,
  { valid = {}, refused = {}, additive, amounts }: Readonly<Record<string, unknown>>,
): void {
  checkTriples(from, additive);
  if (amounts !== undefined && !AMOUNTS.some((one) => one === amounts)) {
    throw new Error(`${from}: "amounts" must be ${AMOUNTS.join(" or ")}`);
  }
  for (const [name, spec] of Object.entries(objectIn(from, '"valid"', valid)))
    objectIn(from, `"${name}"`, spec);
  for (const [name, sample] of Object.entries(objectIn(from, '"refused"', refused))) {
    const { spec, code, field, ...others } = objectIn(from, `"${name}"`, sample);
    refuseOthers(from, `"${name}"`, others, []);
    objectIn(from, `the spec of "${name}"`, spec);
    const isSaid = typeof code === "string" && typeof field === "string";
    if (!isSaid) throw new Error(`${from}: "${name}" needs the code and the field of its error`);
  }
}

function checkTriples(file: string, triples: unknown): void {
  if (triples === undefined) return;
  const isTriple = (one: unknown) => Array.isArray(one) && one.length === 3;
  if (!Array.isArray(triples) || !triples.every(isTriple)) {
    throw new Error(`${file}: "additive" must be a list of triples: two specifications, and their sum`);
  }
  for (const triple of triples)
    for (const spec of triple) objectIn(file, 'a specification in "additive"', spec);
}

/** The valid specifications of a product's samples; none where it has no samples. */
export function validSamplesIn(folder: string): readonly object[] {
  const file = join(folder, "samples.json");
  return readObject(file) === null ? [] : Object.values(samplesIn(folder)().valid);
}
