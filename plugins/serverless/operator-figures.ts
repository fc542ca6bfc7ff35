import type {
  CataloguedEstimate,
  CataloguedFigure,
  ComparablePart,
  PluginSetup,
} from "../../src/core/contract";
import {
  cellValue,
  type DataFolder,
  day,
  defineTable,
  type FactorReader,
  number,
  oneOf,
  optionalNumber,
  type RowOf,
  requireNames,
  text,
} from "../../src/core/factors";
import { type Calculation, defineFormula, input } from "../../src/core/formulas";
import { groupBy } from "../../src/core/helpers";
import { TOKEN_TYPES, type TokenType } from "../../src/core/language-models";
import { requireRegions } from "../../src/product";
import { type CheckedSpec, NAMES, type TokenCount, withTokens } from "./spec";

const FIGURES = defineTable("operator-figures", ["model", "region", "token_type", "recorded_on"], {
  model: text(),
  region: text(),
  token_type: oneOf(TOKEN_TYPES),
  recorded_on: day(),
  /** How many tokens the catalogue counts as one unit. */
  units: number("tokens", { min: 1, integer: true }),
  kg_co2e: number("kgCO2e", { min: 0 }),
  m3_water: optionalNumber("m3", { min: 0 }),
});
type Row = RowOf<typeof FIGURES>;
type Column = "kg_co2e" | "m3_water";

/** Figures that the operator's catalogue prints of a model, by the recording. */
export type OperatorFigures = ReadonlyMap<string, readonly Row[]>;

/** The type that stands for a usage first: most of what tokens emit is of those that are written. */
const ORDER: readonly TokenType[] = ["OUTPUT", "INPUT", "CACHED_INPUT", "AUDIO_SECOND"];
const RATIO = "serverless.operator.output-over-input";

/** A model or a region that does not exist is reported. */
export function loadOperatorFigures(
  setup: PluginSetup,
  data: DataFolder,
  models: ReadonlyMap<string, unknown>,
): OperatorFigures {
  const rows = [...setup.reader.table(data, FIGURES).values()];
  requireNames(setup.reader, rows, "model", { what: "language model", names: models.keys() });
  requireRegions(setup, rows, "region");
  return groupBy(rows, ({ model, region }) => keyOf(model, region));
}

/**
 * What each recording says of the tokens of a usage. A figure of the catalogue is F + V: F is one number for all models on a
 * family of GPUs and cannot be of a token, V is of the model and, read for each token, an energy that hardware can have. The
 * sum is shown as it is printed; V alone is compared.
 */
export function operatorFiguresOf(
  { asked, tokens }: { readonly asked: CheckedSpec; readonly tokens: readonly TokenCount[] },
  figures: OperatorFigures,
  factorsOn: (day: string) => FactorReader,
): CataloguedEstimate[] {
  const rows = figures.get(keyOf(asked.model.id, asked.spec.region)) ?? [];
  return [...groupBy(rows, ({ recorded_on }) => recorded_on)].flatMap(([recordedOn, ofDay]) => {
    const byType = new Map(ofDay.map((row) => [row.token_type, row]));
    const types = ORDER.filter((type) => byType.has(type) && tokens.some((one) => one.type === type));
    const shown = types.map((type) => byType.get(type) as Row);
    const [first] = shown;
    if (first === undefined) return [];
    return [
      {
        recordedOn,
        source: first.source,
        spec: withTokens(tokens, { model: asked.model.id, region: asked.spec.region }),
        figures: shown.map(figureOf),
        comparable: comparableOf(tokens, byType, factorsOn(recordedOn)),
        note: noteOn(
          first,
          tokens.filter(({ type }) => !byType.has(type)).map(({ type }) => type),
        ),
      },
    ];
  });
}

function figureOf(row: Row): CataloguedFigure {
  return {
    label: `${row.model}, ${NAMES[row.token_type].toLowerCase()}`,
    unit: unitOf(row),
    kgCo2Equivalent: row.kg_co2e,
    m3Water: row.m3_water,
  };
}

function noteOn(row: Row, unpublished: readonly TokenType[]): string {
  const lacking = unpublished.map((type) => ` No figure of ${NAMES[type].toLowerCase()} is published.`);
  return `The figure is what the catalogue prints for ${unitOf(row)}, whatever the amounts: a part that is one number for each family of GPUs, and a part of the model. Only that of the model, read for each token, can be compared with ours; the sum is not converted.${lacking.join("")}`;
}

/** Null where the figures of one type of token do not tell the part of the model, or one has no figure. */
function comparableOf(
  tokens: readonly TokenCount[],
  byType: ReadonlyMap<TokenType, Row>,
  factors: FactorReader,
): ComparablePart | null {
  const [read, written] = [byType.get("INPUT"), byType.get("OUTPUT")];
  if (read === undefined || written === undefined) return null;
  if (tokens.some(({ type }) => !byType.has(type))) return null;
  const ratio = factors.value(RATIO);
  const partOf = (column: Column, formulas: Formulas): Calculation => {
    const printed_in = cellValue(FIGURES, read, column);
    const V_in = formulas.ofInput.apply({
      printed_out: cellValue(FIGURES, written, column),
      printed_in,
      ratio,
    });
    const V_out = formulas.ofOutput.apply({ V_in, ratio });
    return tokens
      .map(({ type, count }) =>
        formulas.ofAll.apply({ tokens: input(count, "tokens"), V: type === "INPUT" ? V_in : V_out }),
      )
      .reduce((of_others, of_type) => formulas.sum.apply({ of_others, of_type }));
  };
  const isWatered = read.m3_water !== null && written.m3_water !== null;
  return {
    kgCo2Equivalent: partOf("kg_co2e", OF_GREENHOUSE_GASES),
    m3Water: isWatered ? partOf("m3_water", OF_WATER) : null,
  };
}

function unitOf({ units, token_type }: Row): string {
  return `${units.toLocaleString("en-US")} ${NAMES[token_type].toLowerCase()}`;
}

function keyOf(model: string, region: string): string {
  return `${model} ${region}`;
}

type Formulas = ReturnType<typeof formulasOf>;

function formulasOf(unit: string) {
  return {
    ofInput: defineFormula({
      symbol: "V_in",
      label: "Part of the model in the operator's figure of an input token: what both types share falls out",
      unit,
      expression: "(printed_out − printed_in) / (ratio − 1)",
    }),
    ofOutput: defineFormula({
      symbol: "V_out",
      label: "Part of the model in the operator's figure of an output token",
      unit,
      expression: "V_in × ratio",
    }),
    ofAll: defineFormula({
      symbol: "operator_type",
      label: "Part of the model in the operator's figures, read for each token, for all tokens of a type",
      unit,
      expression: "tokens × V",
    }),
    sum: defineFormula({
      symbol: "operator",
      label: "Part of the model in the operator's figures, for tokens of all types",
      unit,
      expression: "of_others + of_type",
    }),
  };
}

const OF_GREENHOUSE_GASES = formulasOf("kgCO2e");
const OF_WATER = formulasOf("m3");
