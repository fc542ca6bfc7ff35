import { DomainError, findNamed, foldName, lookUp } from "../errors";
import {
  cellValue,
  type DataFolder,
  type DataReader,
  defineTable,
  number,
  optionalText,
  type RowOf,
  text,
} from "../factors";
import { type FactorValue, fromFactor, range } from "../formulas";

/** What tools write before a model, as in `meta/llama-3.3-70b-instruct`. */
const PREFIXES = defineTable("model-prefixes", ["prefix"], {
  prefix: text(),
  /** Provider of the models that it may stand before; empty for a gateway to models of all providers. */
  provider: optionalText(),
});

/** What tools write after a model, as in `llama-3.3-70b-instruct:fp8`. */
const QUANTIZATIONS = defineTable("quantizations", ["name"], {
  name: text(),
  bits: number("bit", { min: 1, integer: true }),
});

interface Named {
  readonly id: string;
  readonly provider: string | null;
}

/** A model by the name that it was given, and the quantisation that the name says. */
export interface ModelChoice<Model extends Named> {
  readonly model: Model;
  /** As written in the table, for example `fp8`; null where the name says none. */
  readonly quantization: string | null;
}

/** Reads names of models as tools print them: `google/gemma-3-27b-it:bf16`. */
export class ModelNames {
  static readonly NONE = new ModelNames(new Map(), new Map());

  private constructor(
    private readonly providerOf: ReadonlyMap<string, string | null>,
    private readonly quantizations: ReadonlyMap<string, RowOf<typeof QUANTIZATIONS>>,
  ) {}

  static load(reader: DataReader, folder: DataFolder): ModelNames {
    const prefixes = [...reader.table(folder, PREFIXES).values()];
    const quantizations = [...reader.table(folder, QUANTIZATIONS).values()];
    return new ModelNames(
      new Map(prefixes.map(({ prefix, provider }) => [foldName(prefix), provider])),
      new Map(quantizations.map((row) => [foldName(row.name), row])),
    );
  }

  /** @throws DomainError UNKNOWN_MODEL with suggestions, for a model, a provider or a quantisation that does not exist. */
  read<Model extends Named>(
    models: ReadonlyMap<string, Model>,
    name: string,
    field: string,
  ): ModelChoice<Model> {
    const plain = findNamed(models, name);
    if (plain !== undefined) return { model: plain, quantization: null };
    const [, prefixes = "", id = name, suffix] = /^(.*\/)?([^/:]*)(?::([^/]*))?$/.exec(foldName(name)) ?? [];
    const model = lookUp(models, id, { code: "UNKNOWN_MODEL", what: "language model", field, written: name });
    const refuse = (reason: string): DomainError =>
      new DomainError("UNKNOWN_MODEL", `${reason} Did you mean ${model.id}?`, {
        field,
        suggestions: [model.id],
      });
    for (const prefix of prefixes.split("/").slice(0, -1)) {
      const provider = this.providerOf.get(prefix);
      if (provider === undefined) throw refuse(`No provider "${prefix}" is known of ${model.id}.`);
      if (provider === null || provider === model.provider) continue;
      throw refuse(`${model.id} is not of ${provider}${model.provider && `, but of ${model.provider}`}.`);
    }
    if (suffix === undefined) return { model, quantization: null };
    if (!this.quantizations.has(suffix)) throw refuse(`"${suffix}" is no known quantisation of ${model.id}.`);
    return { model, quantization: suffix };
  }

  /** How many times the size of the one the weights are in the other; null where that is not known. */
  sizeRatio(of: string, to: string): number | null {
    const [bits, toBits] = [of, to].map((name) => this.bitsIn(name));
    return bits === undefined || toBits === undefined ? null : bits / toBits;
  }

  /** Whether two quantisations run alike: they have as many bits, as `fp4` and `MXFP4`. A text may name several. */
  areAlike(a: string, b: string): boolean {
    const bits = (names: string) => names.split("/").map((one) => this.bitsIn(one));
    return bits(a).some((one) => one !== undefined && bits(b).includes(one));
  }

  /** Bits of a weight; of a text that names several formats those of the first, with the range of all. Null where one is not known. */
  bits(names: string): FactorValue | null {
    const rows = names.split("/").map((name) => this.quantizations.get(foldName(name)));
    const known = rows.filter((row) => row !== undefined);
    const [first] = known;
    if (first === undefined || known.length < rows.length) return null;
    const { factor } = cellValue(QUANTIZATIONS, first, "bits");
    const all = known.map(({ bits }) => bits);
    return fromFactor({ ...factor, range: range(Math.min(...all), first.bits, Math.max(...all)) });
  }

  private bitsIn(name: string): number | undefined {
    return this.quantizations.get(foldName(name))?.bits;
  }
}
