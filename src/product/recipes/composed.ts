import {
  type Assembly,
  asErrorOfPart,
  assembled,
  type CalculationContext,
  type Part,
  type Parted,
  partsIn,
  rowsOf,
} from "../../core/contract";
import {
  asOperational,
  type Component,
  componentFrom,
  type Footprint,
  footprintOf,
  footprintOfAlike,
  group,
  shareFrom,
  underItsName,
} from "../../core/footprint";
import { firstErrorOrAll } from "../../core/helpers";

/** The footprint of a product that is other products: each of its parts is computed by its own product. */
export async function composed(parted: Parted, context: CalculationContext): Promise<Footprint> {
  const { notes, areAlike = false } = parted;
  const parts = partsIn(parted, context.factors);
  const ones = new Map(
    await firstErrorOrAll(parts.map(async (part) => [part, await ask(part, context)] as const)),
  );
  const components = rowsOf(parts).map((row) =>
    assembled(row, (part) => ones.get(part) as Footprint, COMPONENTS),
  );
  return areAlike ? footprintOfAlike(components, notes) : footprintOf(components, notes);
}

/** Its errors name the field of our input that is at fault. */
async function ask(part: Part, context: CalculationContext): Promise<Footprint> {
  const { resource, written = resource.spec } = part;
  try {
    return await context.calculate(resource.kind, written);
  } catch (error) {
    throw asErrorOfPart(part, error);
  }
}

const COMPONENTS: Assembly<Footprint, Component> = {
  partOf: ({ name, kind, times, resource, notes = [] }, one) => {
    const text = { name, kind, resource, notes };
    return typeof times === "number"
      ? componentFrom({ ...text, quantity: times }, one)
      : shareFrom(text, one, times);
  },
  named: underItsName,
  operational: asOperational,
  group: ({ name, kind, allocation = null, notes = [] }, together) =>
    group({ name, kind, allocation, notes }, together),
};
