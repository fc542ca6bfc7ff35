import { join } from "node:path";
import type { ProductCases } from "../core/contract";
import { CRITERIA } from "../core/footprint";
import { isDay } from "../core/helpers";
import { objectIn, readObject, refuseOthers } from "./read-json";

const PARTS = ["total", "manufacturing", "usage", "operational"];
const FIGURES = PARTS.flatMap((part) => CRITERIA.map(({ field }) => `${part}.${field}`));
/** How days are written. */
const DAY = "YYYY-MM-DD";
const MEMBERS = ["spec", "during", "expected", "tolerance", "source", "workings"];

/**
 * The worked examples of a product, from `cases.json` in its folder; none where there is no such file. Read on the first call.
 * @throws Error naming the file, the case and what is wrong with it
 */
export function casesIn(folder: string): () => ProductCases {
  return () => {
    const file = join(folder, "cases.json");
    const cases = readObject(file);
    if (cases === null) return {};
    if (Object.keys(cases).length === 0) throw new Error(`${file} needs a worked example or more`);
    for (const [name, one] of Object.entries(cases)) checkCase(file, `"${name}"`, one);
    return cases as unknown as ProductCases;
  };
}

function checkCase(file: string, place: string, one: unknown): void {
  const members = objectIn(file, place, one);
  refuseOthers(file, place, members, MEMBERS);
  const { spec, during, expected, tolerance, source, workings } = members;
  const fail = (what: string): never => {
    throw new Error(`${file}: ${place} ${what}`);
  };
  objectIn(file, `the spec of ${place}`, spec);
  const period = objectIn(file, `"during" of ${place}`, during);
  const isHours = typeof period.hours === "number" && isDate(period.on);
  if (!isHours && !(isDate(period.start) && isDate(period.end))) {
    fail('needs "during": hours on a day, or a start and an end');
  }
  const figures = Object.entries(objectIn(file, `"expected" of ${place}`, expected));
  if (figures.length === 0) fail("expects nothing");
  for (const [figure, value] of figures) {
    if (!FIGURES.includes(figure)) fail(`expects "${figure}"; there are ${FIGURES.join(", ")}`);
    if (value !== null && !Number.isFinite(value)) fail(`expects no number for ${figure}`);
  }
  if (!(typeof tolerance === "number" && tolerance > 0 && tolerance < 1)) {
    fail("needs a tolerance between 0 and 1, as a share of what is expected");
  }
  for (const [member, text] of Object.entries({ source, workings })) {
    if (typeof text !== "string" || text.trim() === "") fail(`needs its ${member} in words`);
  }
}

/** A day, or an instant of one. */
function isDate(value: unknown): boolean {
  return typeof value === "string" && isDay(value.slice(0, DAY.length)) && !Number.isNaN(Date.parse(value));
}
