import { existsSync } from "node:fs";
import { join } from "node:path";
import type { InjectionToken } from "tsyringe";
import {
  definePlugin,
  INFRASTRUCTURE,
  INFRASTRUCTURE_TABLE,
  LOADED_PRODUCT,
  PRODUCT_NAMES,
  type ProductCalculator,
  type ProductDescription,
  ProductNames,
  type ProductPlugin,
} from "../core/contract";
import { DomainError, findNamed, type ProductErrors, unknownName } from "../core/errors";
import type { DataFolder, DataReader } from "../core/factors";
import { memo } from "../core/helpers";
import type { Places } from "../core/method";
import { callMember } from "./call-member";
import { casesIn } from "./cases";
import type { AnyDefinition, FieldsOf, ProductDefinition } from "./definition";
import { LoadedDefinition } from "./loaded-definition";
import { checkPartsTable } from "./parts-table/parts-table-checks";
import { RecipeCalculator } from "./recipes/calculator";
import { samplesIn, validSamplesIn } from "./samples";
import { checkCatalogue, checkLimitSeries } from "./start-checks/catalogue-checks";
import { checkDefinition } from "./start-checks/definition-checks";
import { checkInfrastructure } from "./start-checks/infrastructure-checks";

/** In the container of a product: its calculator. */
const CALCULATOR: InjectionToken<ProductCalculator> = Symbol.for("footprint-graph/RecipeCalculator");

/**
 * A product by one definition: its types of the graph, its checks and its calculator follow from it.
 *
 * @throws Error for a definition that contradicts itself
 */
export function defineProduct<C extends object, E, F extends FieldsOf<E>, D extends object>(
  definition: ProductDefinition<C, E, F, D>,
): DefinedProduct<C> {
  const any = definition as unknown as AnyDefinition;
  checkDefinition(any);
  return {
    ...pluginOf(any),
    calculatorOn: (catalogue, places, names = new ProductNames()) =>
      new RecipeCalculator(new LoadedDefinition(any, { catalogue, places, names })),
  };
}

/** A plugin that follows from a definition. */
export interface DefinedProduct<C> extends ProductPlugin {
  /** Its calculator on another catalogue, for worked examples. */
  readonly calculatorOn: (catalogue: C, places: Places, names?: ProductNames) => ProductCalculator;
}

function pluginOf(definition: AnyDefinition): ProductPlugin {
  const { kind, contract, product, folder, load, offers, cost, graphql } = definition;
  const { recordedEstimates, cataloguedEstimates } = definition;
  const samples = memo(() => validSamplesIn(folder));
  return definePlugin({
    kind,
    contract,
    product,
    description: descriptionOf(definition),
    calculator: CALCULATOR,
    setUp: (setup) => {
      const data: DataFolder = { owner: kind, path: join(folder, "data") };
      const catalogue = callMember(kind, "load", () => load(setup, data));
      // What could not be read is reported as such, and not again for what it leads to.
      if (setup.reader.isSound) checkCatalogue(definition, catalogue, setup.places);
      const names = setup.scope.resolve(PRODUCT_NAMES);
      const loaded = new LoadedDefinition(definition, { catalogue, places: setup.places, names });
      names.registerOffers(kind, () => [...offers.of(catalogue).values()].map((entry) => offers.id(entry)));
      // By its class too, for what a product has beside its definition.
      if (catalogue.constructor !== Object) {
        setup.scope.registerInstance(catalogue.constructor as never, catalogue as never);
      }
      setup.scope.registerInstance(LOADED_PRODUCT, loaded);
      setup.reader.whenAllIsRead((book) => checkLimitSeries(definition, book, setup.reader));
      setup.reader.whenAllIsRead(() => loaded.checkDerived(samples()));
      checkPartsOf(loaded, setup.reader, samples);
      setup.scope.registerInstance(CALCULATOR, new RecipeCalculator(loaded));
      setup.scope.registerInstance(
        INFRASTRUCTURE,
        infrastructureOf(definition, { reader: setup.reader, data, catalogue }),
      );
    },
    fields: (scope, today) =>
      (scope.resolve(LOADED_PRODUCT) as LoadedDefinition).productFields(today, samples()),
    infrastructure: (scope) => scope.resolve(INFRASTRUCTURE),
    folder,
    samples: samplesIn(folder),
    cases: casesIn(folder),
    errors: errorsOf(offers),
    ...(cost === undefined ? {} : { cost }),
    ...(graphql === undefined ? {} : { graphql }),
    ...(recordedEstimates === undefined ? {} : { recordedEstimates }),
    ...(cataloguedEstimates === undefined
      ? {}
      : {
          cataloguedEstimates: (scope) => {
            const loaded = scope.resolve(LOADED_PRODUCT) as LoadedDefinition;
            return (spec, factorsOn) =>
              cataloguedEstimates(loaded.check(spec).checked as never, { ...loaded.data, factorsOn });
          },
        }),
    names: (scope) => {
      const { catalogue } = scope.resolve(LOADED_PRODUCT) as LoadedDefinition;
      return (name) => {
        const entry = foundBy(offers, catalogue, name);
        return entry === undefined ? null : offers.id(entry);
      };
    },
  });
}

/** The rows of its table, of which few products have none. */
function infrastructureOf(
  { fields, offers }: AnyDefinition,
  { reader, data, catalogue }: { reader: DataReader; data: DataFolder; catalogue: object },
) {
  if (!existsSync(join(data.path, `${INFRASTRUCTURE_TABLE.name}.csv`))) return [];
  const rows = [...reader.table(data, INFRASTRUCTURE_TABLE).values()];
  const named = {
    names: () => offers.of(catalogue).keys(),
    // Names are looked up in tables that could be read.
    has: (name: string) => !reader.isSound || foundBy(offers, catalogue, name) !== undefined,
  };
  checkInfrastructure(rows, fields, named, (row, column, problem) => reader.reportCell(row, column, problem));
  return rows;
}

/** However it is spelt; undefined where nothing has the name. */
function foundBy({ of, find, others }: AnyDefinition["offers"], catalogue: object, name: string): unknown {
  if (find === undefined) return findNamed(of(catalogue), name, others?.(catalogue));
  try {
    return find(catalogue, name, "");
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** Once all products are there, and all factors: what a cell names may be of another one. */
function checkPartsOf(loaded: LoadedDefinition, reader: DataReader, samples: () => readonly object[]): void {
  const { recipe } = loaded.definition;
  if (!("partsTable" in recipe)) return;
  reader.whenAllIsRead((book) => {
    const names = { ...loaded.partsNames(samples), book };
    checkPartsTable(recipe.partsTable(loaded.catalogue), names, (row, column, problem) =>
      reader.reportCell(row, column, problem),
    );
  });
}

/** The code of an unknown name, where it is one of the product's own. */
function errorsOf({ unknown, called, find }: AnyDefinition["offers"]): ProductErrors {
  const isOwn = unknown !== undefined && unknown !== "BAD_USER_INPUT" && find === undefined;
  return isOwn ? { [unknown]: unknownName(called) } : {};
}

function descriptionOf(definition: AnyDefinition): ProductDescription {
  const { kind, resource, input, query, fields, shows = {}, offers, entity = null } = definition;
  return { kind, resource, input, query, fields, shows, list: offers.list ?? null, entity };
}
