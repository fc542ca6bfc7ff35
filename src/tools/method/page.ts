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

Generated from the code by \`npm run methodology\`, and checked by \`npm run check\`.

## The method in short

- **Functional unit**: one resource, used as specified, for a period.
- **Life-cycle stages**: manufacturing (embodied impact) and use. A footprint shows them in three parts: manufacturing and usage of the
  equipment that runs the resource, and operational: everything cross-cutting, such as data centre, network and control planes.
- **Manufacturing** is amortised: hours of use ÷ lifespan × impact of the equipment × the share of it that is allocated.
- **Usage** is energy of the IT equipment × PUE × the emission factor of the country's electricity, location-based. Water is energy of the IT
  equipment × WUE.
- **Allocation**: what several resources share is charged by a share, for example of a host by CPU, RAM and storage, weighted by their
  manufacturing impact, or of a storage pool by GB × redundancy ÷ capacity.
- **Ranges**: every factor has a low and a high end, and results follow interval arithmetic.

Terms are explained in the [glossary](glossary.md).

## How to read this page

A formula is text that is parsed once and evaluated ([architecture.md](architecture.md)); answers print the same text. Formulas are listed by
the file that defines them, with their terms: results of other formulas, factors (series as in [data.md](data.md), where * varies with place, host or
type), and values that are given by the request or constant. Terms are those that a set of sample resources used; if no sample uses a formula, its
symbols are listed alone. Formulas that depend on the parts of a host, such as shares, are shown as the samples had them.

Several units mean one formula for each criterion. A formula with editions is shown with the day from which each is valid.

## Criteria

| criterion | unit | description | when unknown | factor series |
| --- | --- | --- | --- | --- |
${criteria.map(criterionRow).join("\n")}
`;

function criterionRow({ field, unit, sentence, unknown, series }: CriterionRow): string {
  const factors = series === null ? "none: computed from energy" : `\`*.${series}\``;
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
