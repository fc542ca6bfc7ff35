import type { Confidence, Range } from "../formulas";
import type { TokenType } from "./language-models";

/** `primary`: the GPUs the model is served on as far as is known; `alternative`: others it was measured on. */
export const BENCHMARK_ROLES = ["primary", "alternative"] as const;
export type BenchmarkRole = (typeof BENCHMARK_ROLES)[number];

/** A measured speed as it is handed in: one model, on one kind of node, for one type of token. */
export interface BenchmarkEntry {
  /** Name of the model in the API of the operator, for example `llama-3.3-70b-instruct`. */
  readonly model: string;
  /** Name of the GPU in the hardware catalogue, for example `NVIDIA H100 PCIe 80GB`. */
  readonly gpuModel: string;
  /** GPUs of the node that together reach the speed. */
  readonly gpuCount: number;
  readonly tokenType: TokenType;
  /** Speed of the whole node when busy [tokens/s; seconds of sound per second for AUDIO_SECOND]; all bounds above 0. */
  readonly tokensPerSecond: Range;
  /** Number format of the weights, for example `FP8`. */
  readonly precision: string;
  /** Serving software, for example `vLLM`. */
  readonly engine: string;
  /** Instance type or node of the operator, where one is known. */
  readonly node: string | null;
  readonly role: BenchmarkRole;
  /** Day (ISO, UTC) the speed was measured or published; null when the source does not say. */
  readonly measuredOn: string | null;
  /** When the store learnt of it (ISO instant); null: at this import. Given only for the history of another store. */
  readonly recordedAt: string | null;
  readonly source: string;
  readonly url: string | null;
  readonly confidence: Confidence;
  readonly note: string | null;
}

/** One dated version of a speed, as it is stored. Versions are added and never changed. */
export interface Benchmark extends BenchmarkEntry {
  /** The same for the same content, in every store. */
  readonly id: string;
  /** First day (ISO, UTC) it is in force, until the next version of its key; null: since always. */
  readonly validFrom: string | null;
  readonly recordedAt: string;
}

/** A version in force on a day. */
export interface BenchmarkInForce extends Benchmark {
  /** The day (ISO, UTC) on which the next version of its key takes its place; null where none is known. */
  readonly validTo: string | null;
}

/** What is known of a model on a day. */
export interface BenchmarkVintage {
  /** Primary node first. */
  readonly inForce: readonly BenchmarkInForce[];
  /** First versions of keys that have none in force yet. */
  readonly upcoming: readonly Benchmark[];
}

export interface ImportOptions {
  /** Where the entries come from, for example the name of a file. */
  readonly origin?: string | null;
  /** Called with how many entries are written so far; they count once the promise is fulfilled. */
  readonly onProgress?: (entriesWritten: number) => void;
}

/** One import. */
export interface BenchmarkImport {
  /** Counts up from 1 in each store. */
  readonly id: number;
  /** ISO instant. */
  readonly importedAt: string;
  readonly origin: string | null;
  /** How many versions it brought. */
  readonly versions: number;
  /** ISO instant; null while its versions count. */
  readonly undoneAt: string | null;
}

export interface ImportResult {
  /** What {@link BenchmarkStore.undo} takes; null where nothing was new. */
  readonly id: number | null;
  /** Versions that were new. */
  readonly imported: number;
  /** Entries that the store had already, to the letter. */
  readonly unchanged: number;
}

/**
 * The benchmarks of language models. The key of a benchmark is model, GPU model, GPU count and token type; a new value
 * for a key is a new version beside the old one. It is in force from the day it was measured. Where that day is not
 * given or already has a value, it is in force from the day it is recorded, so that an import never changes what
 * earlier days answered; the first value of a key without a day holds since always.
 */
export interface BenchmarkStore {
  /**
   * The versions in force on a day, for any number of models in one query.
   * Every model of the argument has an entry: primary node first, empty when nothing is known.
   * @param asOf day (ISO, UTC); null for the newest version of each key
   * @throws RangeError when `asOf` is not a day; DomainError STORE_UNAVAILABLE in a graph whose database is away
   */
  findByModels(
    models: readonly string[],
    asOf: string | null,
  ): Promise<ReadonlyMap<string, readonly Benchmark[]>>;

  /**
   * The versions in force on a day, and what takes their place, for any number of models in one query.
   * @param day ISO, UTC
   * @throws as {@link findByModels} does
   */
  findVintages(models: readonly string[], day: string): Promise<ReadonlyMap<string, BenchmarkVintage>>;

  /**
   * Another text whenever the store answers otherwise, whichever process wrote to it: what was read before is valid as long
   * as it stays the same. Null where that is unknown.
   */
  revision(): Promise<string | null>;

  /** Every version of every key, in the order they were recorded. */
  list(): Promise<readonly Benchmark[]>;

  /**
   * Adds what is new: all of it or, on any error, nothing.
   * @throws RangeError naming the first entry that makes no sense
   */
  import(entries: readonly BenchmarkEntry[], options?: ImportOptions): Promise<ImportResult>;

  /** All imports, those that were undone too, oldest first. What a new store is filled with is its first. */
  imports(): Promise<readonly BenchmarkImport[]>;

  /**
   * Takes an import back: its versions are in force on no day, and those that they replaced are again. Versions of later
   * imports stay as they are. What is undone moves to a table of its own in the database, and can be imported again.
   * @throws RangeError for an import that does not exist or was undone
   */
  undo(id: number): Promise<BenchmarkImport>;

  /** @throws Error when the database does not answer. */
  ping(): Promise<void>;

  /** Releases files and connections; the store is of no use afterwards. May be called twice. */
  close(): Promise<void>;
}
