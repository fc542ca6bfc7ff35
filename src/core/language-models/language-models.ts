import {
  cellValue,
  type DataFolder,
  type DataReader,
  defineTable,
  list,
  oneOf,
  optionalDay,
  optionalNumber,
  optionalText,
  type RowOf,
  requireNames,
  text,
} from "../factors";
import type { FactorValue } from "../formulas";
import { type ModelChoice, ModelNames } from "./model-names";

/** What a model is billed by and its speed counts: tokens of three kinds, or seconds of audio. */
export const TOKEN_TYPES = ["INPUT", "OUTPUT", "CACHED_INPUT", "AUDIO_SECOND"] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** How far a model is along on Serverless; `none` was never there, `deprecated` ends on a day that is not known. */
export const SERVERLESS_STATUSES = ["none", "preview", "active", "deprecated", "retired"] as const;
export type ServerlessStatus = (typeof SERVERLESS_STATUSES)[number];

export const LANGUAGE_MODELS_TABLE = defineTable("language-models", ["id"], {
  /** As the operator's API writes it, without quantisation. */
  id: text(),
  name: text(),
  provider: optionalText(),
  /** All parameters [10^9]; null if not published. */
  parameters_b: optionalNumber("10^9", { min: 0 }),
  /** Parameters that take part in one token [10^9]: all of a dense model, some of a mixture of experts. */
  active_parameters_b: optionalNumber("10^9", { min: 0 }),
  tasks: list(),
  quantization: optionalText(),
  /** Size of the weights as they are served [GB], parameters times bytes. */
  weights_gb: optionalNumber("GB", { min: 0 }),
  /** Size of the files as they are stored [GB]: several formats can lie side by side. */
  stored_files_gb: optionalNumber("GB", { min: 0 }),
  serverless_status: oneOf(SERVERLESS_STATUSES),
  serverless_end: optionalDay(),
  serverless_successor: optionalText(),
  dedicated: oneOf(["yes", "no"]),
  billed_token_types: list(),
});

type ModelRow = RowOf<typeof LANGUAGE_MODELS_TABLE>;

/** A model that the operator serves or served, on Serverless or as a Dedicated Deployment. */
export interface LanguageModelEntry {
  readonly id: string;
  readonly name: string;
  readonly provider: string | null;
  /** [10^9] */
  readonly parametersBillions: number | null;
  /** [10^9] */
  readonly activeParametersBillions: number | null;
  /** What it is billed by on Serverless; empty for a model that was never there. */
  readonly billedTokenTypes: readonly TokenType[];
  readonly serverlessStatus: ServerlessStatus;
  /** Serverless answers requests for it today. */
  readonly servedServerless: boolean;
  readonly servedDedicated: boolean;
  /** The row with everything else that is known, its source and its notes. */
  readonly row: ModelRow;
}

/** All parameters of a model [10^9], and the bits of each. */
export interface Weights {
  readonly parameters: FactorValue;
  readonly bits: FactorValue;
}

/** Every language model of the operator's catalogues, by identifier. */
export class LanguageModels {
  constructor(
    readonly models: ReadonlyMap<string, LanguageModelEntry>,
    private readonly names = ModelNames.NONE,
  ) {}

  /** @throws DomainError UNKNOWN_MODEL with suggestions. */
  model(name: string, field: string): LanguageModelEntry {
    return this.choose(name, field).model;
  }

  /** The model, and the quantisation that its name says. @throws DomainError UNKNOWN_MODEL with suggestions. */
  choose(name: string, field: string): ModelChoice<LanguageModelEntry> {
    return this.names.read(this.models, name, field);
  }

  /** Size of the weights [GB], as they are served or in the quantisation that was chosen; null where it is not known. */
  weightsGb({ model: { row }, quantization }: ModelChoice<LanguageModelEntry>): number | null {
    if (row.weights_gb === null || quantization === null) return row.weights_gb;
    const ratio = row.quantization === null ? null : this.names.sizeRatio(quantization, row.quantization);
    return ratio === null ? null : row.weights_gb * ratio;
  }

  /** What the weights take in a number format; null where the parameters are not published, or the format is not known. */
  weights({ row }: LanguageModelEntry, precision: string): Weights | null {
    const bits = this.names.bits(precision);
    if (row.parameters_b === null || bits === null) return null;
    return { parameters: cellValue(LANGUAGE_MODELS_TABLE, row, "parameters_b"), bits };
  }

  /** Whether two quantisations run alike, as `fp4` and `MXFP4` do. */
  areAlike(a: string, b: string): boolean {
    return this.names.areAlike(a, b);
  }
}

/** Reads the models; a token type, or a successor, that does not exist is reported. */
export function loadLanguageModels(
  reader: DataReader,
  folder: DataFolder,
  names?: ModelNames,
): LanguageModels {
  const rows = reader.table(folder, LANGUAGE_MODELS_TABLE);
  requireNames(reader, rows.values(), "billed_token_types", { what: "token type", names: TOKEN_TYPES });
  requireNames(reader, rows.values(), "serverless_successor", { what: "language model", names: rows.keys() });
  return new LanguageModels(new Map(Array.from(rows, ([id, row]) => [id, entryOf(row)])), names);
}

function entryOf(row: ModelRow): LanguageModelEntry {
  const status = row.serverless_status;
  return {
    id: row.id,
    name: row.name,
    provider: row.provider,
    parametersBillions: row.parameters_b,
    activeParametersBillions: row.active_parameters_b,
    billedTokenTypes: row.billed_token_types.filter(isTokenType),
    serverlessStatus: status,
    servedServerless: status !== "none" && status !== "retired",
    servedDedicated: row.dedicated === "yes",
    row,
  };
}

function isTokenType(text: string): text is TokenType {
  return TOKEN_TYPES.some((type) => type === text);
}
