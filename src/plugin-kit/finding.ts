/** The rules of the kit. */
export const RULES = {
  composes: "The plugin composes with the others, and its `composes` lists every kind that it asks.",
  answers: "Every sample specification is answered.",
  refuses: "Every sample that must be refused is, with its code and its field.",
  finite: "Every amount is a finite number.",
  bounds: "low ≤ expected ≤ high, in every amount and every calculation.",
  cases: "Every worked example comes out, within its tolerance.",
  sum: "Total = manufacturing + usage + operational = the sum of the components, by criterion and bound.",
  linear: "Twice the hours give twice the footprint; amounts of a whole period do not depend on its hours.",
  split:
    "What is counted in a whole period is divided among its vintage spans: half of a period has half of it.",
  totals:
    "Totals of lines, added up of the plugin's parts or units, are those of the footprint, with its notes.",
  deterministic: "The same specification gives the same answer.",
  additive: "The footprints of the two parts of a triple sum to that of its whole.",
  explained: "Every printed formula, evaluated again from its printed terms, gives its result.",
  units: "Every calculation and every term has a unit.",
  sources: "Every factor names its source.",
  described: "Every type, field, argument, input field and enum value that the plugin adds is described.",
  measures: "The description of every number that the plugin adds says its unit, or what it counts.",
  deprecations: "What the plugin deprecates names its replacement and the day of its removal.",
  fields: "The fields of the product as data are those of its input: names, descriptions, what is required.",
  neighbours:
    "A query that takes a required argument is nullable, so that its error leaves the queries beside it.",
  removable: "Without the plugin, nothing of it is in the schema.",
} as const;

export type Rule = keyof typeof RULES;

/** One thing that is wrong with a plugin. */
export interface Finding {
  readonly rule: Rule;
  /** The sample specification, or the part of the schema, that shows it. */
  readonly subject: string;
  readonly problem: string;
}

/** Problems of one subject; a fault that shows many times is reported once. */
export class Findings {
  private readonly found = new Map<string, Finding>();

  add(rule: Rule, subject: string, problem: string): void {
    this.found.set(`${rule}\n${subject}\n${problem}`, { rule, subject, problem });
  }

  get all(): Finding[] {
    return [...this.found.values()];
  }
}

/** Where a check reports what it finds of its subject. */
export type Report = (rule: Rule, problem: string) => void;
