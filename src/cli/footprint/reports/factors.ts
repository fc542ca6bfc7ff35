import type { Factor } from "../../../library";
import { given, givenFactor } from "../output/given";
import type { Block, Report, Table } from "../output/report";

/** Most factors that are shown with their sources. */
const MOST_IN_FULL = 5;

const COLUMNS = [
  ...[
    "id",
    "name",
    "value",
    "low",
    "high",
    "unit",
    "confidence",
    "valid_from",
    "valid_to",
    "source",
    "url",
    "note",
  ],
].map((title) => ({ title }));

/** Few factors with their sources, many as a table. */
export function factorsReport(factors: readonly Factor[]): Report {
  const csv: Table = {
    columns: COLUMNS,
    rows: factors.map((one) => [
      ...[one.id, one.name, one.value, one.low, one.high, one.unit, one.confidence],
      ...[one.validFrom, one.validTo, one.source, one.url, one.note],
    ]),
  };
  const blocks: Block[] =
    factors.length === 0
      ? [{ kind: "text", text: "There is no such factor." }]
      : factors.length <= MOST_IN_FULL
        ? factors.map(inFull)
        : [
            { kind: "table", table: tableOf(factors) },
            { kind: "text", text: `${given(factors.length)} factors` },
          ];
  return { answer: factors, csv, blocks };
}

function inFull(factor: Factor): Block {
  const { id, name, source, url, note } = factor;
  const facts: (readonly [string, string])[] = [
    ["Value", `${valueText(factor)}${rangeOf(factor)}`],
    ["Confidence", confidenceText(factor)],
    ["Valid", validityText(factor)],
    ["Source", source],
    ...(url === null ? [] : [["Address", url] as const]),
    ...(note === null ? [] : [["Note", note] as const]),
  ];
  return { kind: "facts", title: `${name} (${id})`, facts };
}

function tableOf(factors: readonly Factor[]): Table {
  return {
    columns: [
      { title: "factor" },
      { title: "value", isNumber: true },
      { title: "unit" },
      { title: "confidence" },
      { title: "valid" },
    ],
    rows: factors.map((one) => [
      ...[one.series, givenFactor(one.value), one.unit, confidenceText(one)],
      `${one.validFrom ?? ""}${one.validTo === null ? "" : ` to ${one.validTo}`}`,
    ]),
  };
}

function valueText({ value, unit }: Factor): string {
  return `${givenFactor(value)} ${unit === "-" ? "" : unit}`.trimEnd();
}

function rangeOf({ low, high }: Factor): string {
  return low === high ? "" : ` (${givenFactor(low)} to ${givenFactor(high)})`;
}

export function confidenceText({ confidence }: Pick<Factor, "confidence">): string {
  return confidence.toLowerCase();
}

/** Days of validity. */
export function validityText({ validFrom, validTo }: Pick<Factor, "validFrom" | "validTo">): string {
  const from = validFrom === null ? "always" : `from ${validFrom}`;
  return validTo === null ? from : `${from} to before ${validTo}`;
}
