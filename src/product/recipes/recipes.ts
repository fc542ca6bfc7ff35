import type { CalculationContext, InUnits, Part, Parted, RateUnit } from "../../core/contract";
import type { FactorReader } from "../../core/factors";
import type { Footprint, Said } from "../../core/footprint";
import { unique, withMore } from "../../core/helpers";
import { notesOnPlace, type SiteContext } from "../../core/method";
import { requireList } from "../call-member";
import type { SoundResource } from "../checks";
import type { AnyDefinition } from "../definition";
import type { LoadedDefinition } from "../loaded-definition";
import { PartsOfTable } from "../parts-table/parts-of-table";
import { composed } from "./composed";
import { serverUnits } from "./server-units";
import { poolUnit, sharedPool } from "./shared-pool";
import { sharedServer } from "./shared-server";
import type { UnitOf } from "./units";

/** A sound specification on a day, and what its product says of it. */
interface CheckedSpec {
  readonly sound: SoundResource;
  readonly checked: never;
  readonly factors: FactorReader;
  readonly notes: readonly Said[];
}

/** How footprints of a product are calculated. */
export interface Recipe {
  /** Kinds of the products that it calls. */
  readonly composes: readonly string[];
  readonly partsOf?: (checkedSpec: CheckedSpec) => Parted;
  readonly unitsOf?: (checkedSpec: CheckedSpec, context: SiteContext) => InUnits | null;
  readonly calculate: (
    checkedSpec: CheckedSpec,
    context: CalculationContext,
  ) => Footprint | Promise<Footprint>;
}

/** The recipe of a product, by the members that its definition has. @throws Error for a definition that has none */
export function recipeOf(product: LoadedDefinition): Recipe {
  const { kind, recipe } = product.definition;
  if ("partsTable" in recipe) return ofTable(recipe, product);
  if ("parts" in recipe) return ofParts(recipe, product);
  if ("sharedPool" in recipe) return ofPool(recipe);
  if ("sharedServer" in recipe) return ofServer(recipe);
  if ("calculate" in recipe) return ofFunction(recipe, product);
  throw new Error(`"${kind}" has no recipe`);
}

type Defined<K extends string> = Extract<AnyDefinition["recipe"], Record<K, unknown>>;

function ofTable(recipe: Defined<"partsTable">, product: LoadedDefinition): Recipe {
  const { partsTable, composes = [], areAlike = false } = recipe;
  const table = new PartsOfTable(partsTable(product.catalogue));
  return byParts(unique([...table.products, ...composes]), (checkedSpec) => {
    const ofTable = table.of(product.partsOf(checkedSpec.sound), checkedSpec.factors);
    return {
      parts: withMore(ofTable, ownParts(recipe, product, checkedSpec)),
      notes: checkedSpec.notes,
      areAlike,
    };
  });
}

function ofParts(recipe: Defined<"parts">, product: LoadedDefinition): Recipe {
  const { composes, areAlike = false } = recipe;
  return byParts(composes, (checkedSpec) => ({
    parts: ownParts(recipe, product, checkedSpec),
    notes: checkedSpec.notes,
    areAlike,
  }));
}

/** Parts by a function of the product's own. */
function ownParts(
  { parts, fields = {} }: Partial<Pick<Defined<"parts">, "parts" | "fields">>,
  { data, definition: { kind } }: LoadedDefinition,
  { checked, factors }: CheckedSpec,
): Part[] {
  if (parts === undefined) return [];
  const { catalogue, places, names } = data;
  const own: Part[] = [];
  for (const part of requireList(kind, "parts", parts(checked, { catalogue, places, names, factors })))
    if (part !== null) own.push(part.fields === undefined ? { ...part, fields } : part);
  return own;
}

function byParts(composes: readonly string[], partsOf: (checkedSpec: CheckedSpec) => Parted): Recipe {
  return { composes, partsOf, calculate: (checkedSpec, context) => composed(partsOf(checkedSpec), context) };
}

function ofPool({ sharedPool: useOf }: Defined<"sharedPool">): Recipe {
  return {
    composes: [],
    unitsOf: ({ checked, factors, notes }) => {
      const use = useOf(checked, factors);
      // Nothing of a pool is no unit of it, and is said otherwise.
      return use.gb === 0 ? null : { units: [poolUnit(use)], notes };
    },
    calculate: ({ checked, factors, notes }, context) => sharedPool(useOf(checked, factors), notes, context),
  };
}

function ofServer({ sharedServer: useOf }: Defined<"sharedServer">): Recipe {
  return {
    composes: [],
    unitsOf: ({ checked, factors, notes }, context) => {
      const use = useOf(checked, factors);
      const units = serverUnits(use, (own) => useOf(checked, own), context);
      return units && { units, notes: withMore(notes, notesOnPlace(use.place, factors)) };
    },
    calculate: ({ checked, notes }, context) => sharedServer(useOf(checked, context.factors), notes, context),
  };
}

function ofFunction(
  { calculate, composes = [], unitsOf }: Defined<"calculate">,
  product: LoadedDefinition,
): Recipe {
  const { catalogue, names } = product.data;
  const { kind } = product.definition;
  const footprint = async (checked: never, notes: readonly Said[], context: CalculationContext) =>
    requireFootprint(kind, await calculate(checked, { ...context, catalogue, names, notes }));
  const own: Pick<Recipe, "unitsOf"> =
    unitsOf === undefined
      ? {}
      : {
          unitsOf: ({ checked, notes }) => {
            const found = unitsOf(checked, catalogue);
            if (found === null) return null;
            const units = requireList(kind, "unitsOf", found.units).map((unit) =>
              rateUnit(requireTimes(kind, unit), footprint),
            );
            const { notesAfter = [] } = found;
            return { units, notes: withMore(notes, requireList(kind, "unitsOf", found.notes)), notesAfter };
          },
        };
  return {
    composes:
      typeof composes === "function" ? requireList(kind, "composes", composes(catalogue as never)) : composes,
    ...own,
    calculate: ({ checked, notes }, context) => footprint(checked, notes, context),
  };
}

/** For authors without a compiler. @throws Error naming the product, for what is no footprint */
function requireFootprint(kind: string, found: Footprint): Footprint {
  if (Array.isArray(found?.components) && found.parts !== undefined) return found;
  throw new Error(`the function "calculate" of the product "${kind}" must return footprintOf([…])`);
}

/** @throws Error naming the product, for a unit that is not so many times */
function requireTimes<T>(kind: string, unit: UnitOf<T>): UnitOf<T> {
  if (Number.isFinite(unit.times?.expected)) return unit;
  const of = `the unit "${unit.key}" of the product "${kind}"`;
  throw new Error(`${of} needs how many of it there are as "times": exactly(…), or a range`);
}

/** What is said of the whole is not said of each unit. */
function rateUnit(
  unit: UnitOf<unknown>,
  footprint: (
    checked: never,
    notes: readonly Said[],
    context: CalculationContext,
  ) => Footprint | Promise<Footprint>,
): RateUnit {
  const { key, times } = unit;
  return { key, times, calculate: (context) => footprint(unit.checked as never, [], context) };
}
