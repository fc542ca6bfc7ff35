import type { Settings } from "../../app/address-text";
import type { Product, ProductField } from "../../form/fields";
import { readNumber } from "../../form/numbers";
import { type FieldProblem, neededText } from "../../form/values";
import type { PageServingQueryVariables } from "../../generated/operations";

/**
 * The fields of the product that counts tokens. The arguments of `servingComparison` have the
 * same names, so none is listed here.
 */
export interface Served {
  readonly model: ProductField;
  readonly region: ProductField;
  /** Load of the fleet; undefined if it cannot be given. */
  readonly load: ProductField | undefined;
}

export const AMOUNTS = [
  ["inputTokens", "Input tokens a month", "30000000"],
  ["outputTokens", "Output tokens a month", "10000000"],
  ["audioSeconds", "Seconds of audio a month", ""],
] as const;
export type AmountName = (typeof AMOUNTS)[number][0];

export interface TokensState {
  readonly model: string;
  readonly region: string;
  readonly load: string;
  readonly nodes: string;
  readonly amounts: Readonly<Record<AmountName, string>>;
  /** Load of the nodes' GPUs [%]. */
  readonly percent: number;
}

const START_PERCENT = 20;

/** Null if no product counts tokens: then the graph has no such comparison. */
export function servedBy(products: readonly Product[]): Served | null {
  for (const { fields } of products) {
    const model = fields.find(({ role }) => role === "OFFER");
    const region = fields.find(({ role }) => role === "REGION");
    if (!fields.some(({ unit }) => unit === "token") || model === undefined || region === undefined) continue;
    return { model, region, load: fields.find(({ name }) => name === "load") };
  }
  return null;
}

export function stateIn(settings: Settings, { model, region, load }: Served): TokensState {
  const isSet = AMOUNTS.some(([name]) => settings[name] !== undefined);
  const amounts = AMOUNTS.map(([name, , start]) => [name, settings[name] ?? (isSet ? "" : start)] as const);
  const percent = Number(settings.percent ?? START_PERCENT);
  return {
    model: settings.model ?? model.example ?? model.choices?.[0] ?? "",
    region: settings.region ?? region.example ?? region.choices?.[0] ?? "",
    load: settings.load ?? load?.default ?? "",
    nodes: settings.nodes ?? "1",
    amounts: Object.fromEntries(amounts) as Record<AmountName, string>,
    percent: percent > 0 && percent <= 100 ? percent : START_PERCENT,
  };
}

export function settingsOf({ amounts, percent, ...others }: TokensState): Settings {
  return { ...others, ...amounts, percent: String(percent) };
}

export function questionOf({ model, region, load, nodes, amounts }: TokensState): {
  readonly question: PageServingQueryVariables | null;
  readonly problems: readonly FieldProblem[];
} {
  const problems: FieldProblem[] = [
    ...(model.trim() === "" ? [{ field: "model", message: neededText("Model"), suggestions: [] }] : []),
  ];
  const number = (field: string, text: string): number => {
    const read = readNumber(text.trim() === "" ? "0" : text);
    if ("number" in read) return read.number;
    problems.push({ field, message: read.problem, suggestions: [] });
    return 0;
  };
  const given = Object.fromEntries(AMOUNTS.map(([name]) => [name, number(name, amounts[name])]));
  const input = { model, region, nodes: number("nodes", nodes), ...(load === "" ? {} : { load }), ...given };
  if (problems.length > 0) return { question: null, problems };
  return { question: { input } as unknown as PageServingQueryVariables, problems };
}

/** The amount of a request: tokens or, if none are given, seconds of audio. */
export function askedIn({ inputTokens, outputTokens, audioSeconds }: PageServingQueryVariables["input"]): {
  readonly asked: number;
  readonly unit: "tokens" | "s of audio";
} {
  const tokens = (inputTokens ?? 0) + (outputTokens ?? 0);
  return tokens > 0 ? { asked: tokens, unit: "tokens" } : { asked: audioSeconds ?? 0, unit: "s of audio" };
}
