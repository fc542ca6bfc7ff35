import { HEADLINE } from "../../../core/footprint";
import type { Range } from "../../../core/formulas";
import type { TerraformAnswer, TerraformResource } from "../../../library";
import { escaped } from "../output/markdown";
import { quantity } from "../output/quantity";
import {
  amountText,
  coverage,
  KILOGRAMS,
  monthText,
  nameOf,
  partName,
  rangeOf,
  reasons,
  referenceWord,
  relative,
  signed,
} from "./terraform";

/** Marker by which a pipeline finds its comment, to update it. */
const MARKER = "<!-- footprint-terraform -->";
const METHOD = "https://www.scaleway.com/en/docs/environmental-footprint/";
/** Longer tables are collapsed. */
const MOST_OPEN = 8;
/** The greatest length of a comment is 65,536 characters. */
const MOST_ROWS = 100;
const MOST_CHARACTERS = 60_000;
/** Least number of rows in words, even if there is little room. */
const FEWEST = 5;

/** A comment for a merge request: the change, its resources, resources without figure, and uncertainty. */
export function terraformMarkdown(report: TerraformAnswer): string {
  const rows = report.resources.length;
  for (const most of [MOST_ROWS, 25, 5]) {
    const text = commentOf(report, Math.min(rows, most), most);
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return commentOf(report, 0, 0);
}

function commentOf(report: TerraformAnswer, rows: number, listed: number): string {
  const parts = [MARKER, heading(report), totals(report), `${coverage(report)}. ${unsaid(report)}`.trim()];
  const { warnings } = report;
  return `${[
    ...parts,
    ...warnings.slice(0, Math.max(listed, FEWEST)).map((text) => `> ${escaped(text)}`),
    ...more(warnings.length - Math.max(listed, FEWEST), (count) => `> And ${many(count, "more warning")}.`),
    ...resources(report, rows),
    ...notEstimated(report, listed),
    sure(report, listed),
  ].join("\n\n")}\n`;
}

function heading(report: TerraformAnswer): string {
  const { change, now } = report;
  const figure = change === null ? now[HEADLINE] : change[HEADLINE];
  if (figure === null) return `### Footprint of this ${report.kind}: unknown`;
  const text =
    change === null ? quantity(figure.expected, KILOGRAMS) : `${signed(figure.expected)}${relative(report)}`;
  return `### Footprint of this ${report.kind}: ${text} ${monthText(report)}`;
}

function totals({ now, planned, change, comparedWith }: TerraformAnswer): string {
  const row = (name: string, range: Range | null, isChange = false): string => {
    if (range === null) return `| ${name} | unknown | |`;
    const amount = isChange ? `**${signed(range.expected)}**` : quantity(range.expected, KILOGRAMS);
    return `| ${name} | ${amount} | ${rangeOf(range)} |`;
  };
  const lines = [row(comparedWith === "baseline" ? "Baseline" : "Now", now[HEADLINE])];
  if (planned !== null)
    lines.push(row("As planned", planned[HEADLINE]), row("**Change**", change?.[HEADLINE] ?? null, true));
  return ["| | CO2e | range |", "| --- | ---: | ---: |", ...lines].join("\n");
}

/** Missing figures that the reader can fix. */
function unsaid({ counts: { byReason } }: TerraformAnswer): string {
  const {
    NEEDS_USAGE: usage = 0,
    UNKNOWN_UNTIL_APPLY: later = 0,
    REFUSED: refused = 0,
    NOT_COVERED: uncovered = 0,
  } = byReason;
  const all = [
    usage > 0 ? `${usage} without an amount (\`--usage\`)` : "",
    later > 0 ? `${later} not known until apply` : "",
    refused > 0 ? `${refused} not sound as planned` : "",
    uncovered > 0 ? `${uncovered} of products that are not covered yet` : "",
  ].filter((text) => text !== "");
  return all.length === 0 ? "" : `Not in the sum: ${all.join(", ")}.`;
}

function resources({ resources, comparedWith }: TerraformAnswer, most: number): string[] {
  const changed =
    comparedWith === null
      ? resources
      : resources.filter(({ change, action }) => action !== "none" || change?.expected !== 0);
  if (changed.length === 0 || most === 0) return [];
  const shown = changed.slice(0, most);
  const cells = ({ now, planned, change, action }: TerraformResource): string =>
    comparedWith === null
      ? `${amountText(now)} | ${now === null ? "" : rangeOf(now)}`
      : `${action} | ${amountText(now)} | ${amountText(planned)} | ${change === null ? "" : signed(change.expected)}`;
  const head =
    comparedWith === null
      ? ["| resource | CO2e | range |", "| --- | ---: | ---: |"]
      : [
          `| resource | action | ${referenceWord(comparedWith)} | planned | change |`,
          "| --- | --- | ---: | ---: | ---: |",
        ];
  const lines = [...head, ...shown.map((one) => `| ${code(nameOf(one))} | ${cells(one)} |`)];
  const more = changed.length - shown.length;
  const table = lines.join("\n") + (more === 0 ? "" : `\n\nAnd ${more} more of smaller change.`);
  const title =
    comparedWith === null ? `Resources (${changed.length})` : `Resources that change (${changed.length})`;
  return [changed.length > MOST_OPEN ? folded(title, table) : `#### ${title}\n\n${table}`];
}

function notEstimated({ notEstimated }: TerraformAnswer, most: number): string[] {
  if (notEstimated.length === 0) return [];
  const all = [...reasons(notEstimated)];
  const said = all.slice(0, Math.max(most, FEWEST));
  const items = said.map(([message, of]) => {
    const named = of.slice(0, most).map((one) => code(partName(one)));
    const others = more(of.length - named.length, (count) => `and ${count} more`);
    return `- ${escaped(message)} ${[named.join(", "), ...others].filter(Boolean).join(" ")}`;
  });
  const rest = all.slice(said.length).flatMap(([, of]) => of);
  const untold = more(
    all.length - said.length,
    (count) => `- And ${rest.length} more, for ${many(count, "other reason")}.`,
  );
  const title = `Without a figure (${new Set(notEstimated.map(nameOf)).size})`;
  return [folded(title, [...items, ...untold].join("\n"))];
}

/** How many rows are left out. */
function more(count: number, say: (count: number) => string): string[] {
  return count > 0 ? [say(count)] : [];
}

function sure({ assumed, notes, asOf, change }: TerraformAnswer, most: number): string {
  const items = [
    ...(change === null
      ? []
      : [
          "The range of the change is of what differs: a factor that both sides rest on moves both, and cancels.",
        ]),
    ...assumed.map(({ says, resources }) => `${says} (${many(resources, "resource")})`),
    ...notes,
  ].slice(0, Math.max(most, FEWEST));
  const text = items.map((one) => `- ${escaped(one)}`).join("\n");
  return folded(
    "How sure this is",
    `Factors in force on ${asOf}, by [the operator's published method](${METHOD}).\n\n${text}`,
  );
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}

/** A name as inline code, in more backticks than it contains. */
function code(name: string): string {
  const text = name.replace(/[\r\n]+/g, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
