import { CRITERIA, HEADLINE } from "../../../core/footprint";
import type {
  Amounts,
  ComparableEstimate,
  DataQuality,
  Estimate,
  OperatorEstimate,
  Parts,
  PeriodAnswer,
  Place,
} from "../../../library";
import { given } from "../output/given";
import { digits, percent, quantity, rangeText } from "../output/quantity";
import type { Block, Column, Report, Table } from "../output/report";

/** One resource: the figure, its parts, other criteria, the place, and notes. */
export function estimateReport(estimate: Estimate): Report {
  return { answer: estimate, csv: estimateCsv([estimate]), blocks: estimateBlocks(estimate) };
}

function estimateBlocks(estimate: Estimate): Block[] {
  const { total, place, equivalences, operatorEstimate, dataQuality, notes, method } = estimate;
  const facts: (readonly [string, string])[] = [
    ["Place", placeText(place)],
    ...(equivalences.length === 0 ? [] : [["As much as", equivalenceText(estimate)] as const]),
    ...(operatorEstimate === null ? [] : [["Operator", operatorText(operatorEstimate)] as const]),
    ["Evidence", qualityText(dataQuality)],
    ["Method", `${method.name}, ${method.version}`],
  ];
  return [
    figureBlock(total, titleOf(estimate)),
    { kind: "table", table: partsTable(estimate) },
    { kind: "table", table: criteriaTable(total) },
    { kind: "facts", facts },
    ...notesBlocks(notes),
  ];
}

export function figureBlock(total: Amounts, of: string): Block {
  const headline = total[HEADLINE];
  const range = rangeText(headline);
  return {
    kind: "figure",
    figure: quantity(headline.expected, headline.unit),
    range: range === "" ? "" : `range ${range}`,
    of,
  };
}

export function titleOf({
  name,
  product,
  place,
  period,
}: Pick<Estimate, "name" | "product" | "place" | "period">): string {
  return `${name} (${product.name}) in ${place.name}, ${periodText(period)}`;
}

export function periodText({ hours, from, to, asOf }: PeriodAnswer): string {
  const long =
    from === null || to === null
      ? `${given(hours)} hours`
      : `${dayText(from)} to ${dayText(to)} (${given(hours)} hours)`;
  return asOf === null ? long : `${long} as of ${asOf}`;
}

/** An instant at midnight as a day. */
function dayText(instant: string): string {
  return instant.replace(/T00:00:00\.000Z$/, "");
}

/** The three parts of the greenhouse gases, with their shares. */
export function partsTable({ total, ...parts }: Parts): Table {
  const all = total[HEADLINE].expected;
  const row = (name: string, amounts: Amounts) => {
    const { expected, unit } = amounts[HEADLINE];
    return [
      name,
      quantity(expected, unit, all),
      all === 0 ? "" : percent(expected / all),
      rangeText(amounts[HEADLINE], all),
    ];
  };
  return {
    columns: [
      { title: "Part" },
      { title: "CO2e", isNumber: true },
      { title: "share", isNumber: true },
      { title: "range", isNumber: true },
    ],
    rows: [
      row("Manufacturing", parts.manufacturing),
      row("Usage", parts.usage),
      row("Operational", parts.operational),
    ],
  };
}

/** The other criteria. */
export function criteriaTable(total: Amounts): Table {
  return {
    columns: [{ title: "Also" }, { title: "expected", isNumber: true }, { title: "range", isNumber: true }],
    rows: CRITERIA.filter(({ field }) => field !== HEADLINE).map(({ field, name }) => {
      const amount = total[field];
      return [
        name,
        quantity(amount?.expected ?? null, amount?.unit ?? ""),
        amount === null ? "" : rangeText(amount),
      ];
    }),
  };
}

export function notesBlocks(notes: readonly string[]): Block[] {
  return notes.length === 0 ? [] : [{ kind: "list", title: "Notes", items: notes }];
}

function placeText({ name, region, country, leaves, pue, kgCo2EquivalentPerKwh }: Place): string {
  const of = name === region ? country : `${region}, ${country}`;
  const perKwh = quantity(kgCo2EquivalentPerKwh, "kgCO2e");
  return `${name} (${of}): ${leaves} of 3 leaves, ${perKwh} per kWh of IT energy, PUE ${given(pue)}`;
}

function equivalenceText({ equivalences }: Estimate): string {
  return equivalences.map(({ label, amount, unit }) => `${digits(amount)} ${unit} (${label})`).join("; ");
}

function operatorText(estimate: OperatorEstimate): string {
  const { kgCo2Equivalent, unit, recordedOn, ratio, comparable, note } = estimate;
  const per = unit === "hour" ? "" : ` for ${unit}`;
  const theirs = `${quantity(kgCo2Equivalent, "kgCO2e")}${per} by its own estimate recorded on ${recordedOn}`;
  const parts = [
    theirs,
    ...(ratio === null ? [] : [`ours of that day is ${digits(ratio)} times as much`]),
    ...(comparable === null ? [] : [comparableText(comparable)]),
  ];
  return `${parts.join("; ")}${note === null ? "" : `. ${note}`}`;
}

function comparableText({
  kgCo2Equivalent: theirs,
  oursKgCo2Equivalent: ours,
  ratio,
}: ComparableEstimate): string {
  const times = ratio === null ? "" : `, ${digits(ratio)} times as much`;
  return `of the part that can be compared, theirs is ${quantity(theirs.expected, theirs.unit)} and ours ${quantity(ours.expected, ours.unit)}${times}`;
}

function qualityText({ published, derived, assumed }: DataQuality): string {
  return `${percent(published)} published, ${percent(derived)} derived, ${percent(assumed)} assumed`;
}

/** A row for each estimate; amounts in the units that the columns name. */
function estimateCsv(estimates: readonly Estimate[]): Table {
  return {
    columns: [
      ...["product", "name", "place", "hours"].map((title): Column => ({ title })),
      ...amountColumns(),
      ...(["manufacturing", "usage", "operational"] as const).map(
        (title): Column => ({ title: `${title}_${HEADLINE}` }),
      ),
    ],
    rows: estimates.map(({ product, name, place, period, total, ...parts }) => [
      ...[product.id, name, place.name, period.hours],
      ...amountCells(total),
      ...[parts.manufacturing, parts.usage, parts.operational].map((part) => part[HEADLINE].expected),
    ]),
  };
}

/** Low, expected and high of each criterion, in the unit that its name begins with. */
export function amountColumns(): Column[] {
  return CRITERIA.flatMap(({ field }) =>
    ["", "_low", "_high"].map((end) => ({ title: `${field}${end}`, isNumber: true })),
  );
}

export function amountCells(total: Amounts | null): (number | null)[] {
  return CRITERIA.flatMap(({ field }) => {
    const amount = total?.[field] ?? null;
    return amount === null ? [null, null, null] : [amount.expected, amount.low, amount.high];
  });
}
