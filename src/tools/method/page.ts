import type { CriterionRow } from "../../core/footprint";
import { type Formula, nameOfEdition, type Value } from "../../core/formulas";
import type { Defined } from "./collect";
import type { NamedSource } from "./sources";
import { meaningOf } from "./terms";

/** Formulas of one text: one for each criterion differ in their unit alone. */
interface Entry {
  readonly formula: Formula;
  readonly units: Set<string>;
  readonly seen: Map<string, Value[]>;
}

const head = (criteria: readonly CriterionRow[]): string => `# Methodology: every formula

Generated from the code by \`npm run methodology\`, and checked by \`npm run check\`. A formula is text that is parsed once and run
([architecture.md](architecture.md)); answers print the same text. Here it stands with the file that defines it and with what its terms
are: results of other formulas, factors (series as in [data.md](data.md), * for what changes with place, host or type) and what
was given by the request or is a constant. Terms are those that a set of sample resources read; where no sample reaches a formula, its
symbols stand alone. Formulas that are put together for what a host has, such as shares, are shown as the samples had them.

Ranges follow interval arithmetic; units beside each other are one formula for each criterion. A formula with an edition holds from
the day that is named.

## Criteria

| criterion | unit | what it is | when unknown | series of factors |
| --- | --- | --- | --- | --- |
${criteria.map(criterionRow).join("\n")}
`;

function criterionRow({ field, unit, sentence, unknown, series }: CriterionRow): string {
  const factors = series === null ? "none: it follows from energy" : `\`*.${series}\``;
  return `| \`${field}\` | ${unit} | ${sentence} | ${unknown ?? "Always known."} | ${factors} |`;
}

export function methodologyPage(
  criteria: readonly CriterionRow[],
  defined: readonly Defined[],
  sourcesOf: (file: string) => readonly NamedSource[],
): string {
  const files = [...new Set(defined.map(({ file }) => file))].sort(coreFirst);
  return [
    head(criteria),
    ...files.map((file) => section(file, entriesOf(defined, file), sourcesOf(file))),
  ].join("\n");
}

function coreFirst(a: string, b: string): number {
  return Number(a.startsWith("plugins")) - Number(b.startsWith("plugins")) || a.localeCompare(b);
}

function entriesOf(defined: readonly Defined[], file: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const one of defined) {
    if (one.file !== file) continue;
    const { formula } = one;
    const key = [formula.symbol, nameOfEdition(formula), formula.expression].join("|");
    const entry = entries.get(key) ?? { formula, units: new Set(), seen: new Map() };
    entries.set(key, entry);
    entry.units.add(formula.unit === "" ? "that of the term" : formula.unit);
    for (const [symbol, values] of one.seen) {
      entry.seen.set(symbol, [...(entry.seen.get(symbol) ?? []), ...values]);
    }
  }
  return [...entries.values()];
}

function section(file: string, entries: readonly Entry[], sources: readonly NamedSource[]): string {
  const named = sources.map(({ of, source }) => `- \`${of}\`: ${source}`);
  return [
    `## [${file}](../${file})`,
    "",
    ...(named.length === 0 ? [] : ["Sources that the code names:", "", ...named, ""]),
    ...entries.flatMap((entry) => [...block(entry), ""]),
  ].join("\n");
}

function block({ formula, units, seen }: Entry): string[] {
  const terms = formula.parsed.symbols.map((symbol) => {
    const values = seen.get(symbol);
    return values === undefined ? `- \`${symbol}\`` : `- \`${symbol}\`: ${meaningOf(values)}`;
  });
  return [
    `**${nameOfEdition(formula)}** [${[...units].join(", ")}]`,
    "",
    `    ${formula.symbol} = ${formula.expression}`,
    "",
    ...terms,
  ];
}
