import { CRITERIA, type Criterion, HEADLINE } from "../core/footprint";
import type { Range } from "../core/formulas";
import type { Figures, ModuleReport, ResourceReport, TerraformReport } from "../terraform";
import { type Amount, byCriterion } from "./amounts";

const KILOGRAMS = CRITERIA.find(({ field }) => field === HEADLINE)?.unit ?? "";

/** Amounts of a plan by criterion; null is unknown, never zero. */
export type TerraformAmounts = { readonly [criterion in Criterion]: Amount | null };

/** A resource of a plan with a figure: greenhouse gases of it [kgCO2e], null where it is not there or nothing is compared. */
export interface TerraformResource extends Omit<ResourceReport, "now" | "planned" | "change"> {
  readonly now: Amount | null;
  readonly planned: Amount | null;
  readonly change: Amount | null;
}

/** What one module of a plan has [kgCO2e]. */
export interface TerraformModule extends Omit<ModuleReport, "now" | "planned" | "change"> {
  readonly now: Amount;
  readonly planned: Amount | null;
  readonly change: Amount | null;
}

/** What a Terraform plan or state emits in the period: now, as planned, and the change. It is a baseline of a later plan, too. */
export interface TerraformAnswer
  extends Omit<TerraformReport, "now" | "planned" | "change" | "resources" | "modules"> {
  readonly now: TerraformAmounts;
  /** Null for a state, of which nothing is planned. */
  readonly planned: TerraformAmounts | null;
  /** Null for a state that is compared with nothing. */
  readonly change: TerraformAmounts | null;
  readonly resources: readonly TerraformResource[];
  readonly modules: readonly TerraformModule[];
}

/** The report with units beside its amounts. */
export function terraformAnswer(report: TerraformReport): TerraformAnswer {
  const { now, planned, change, resources, modules } = report;
  return {
    ...report,
    now: amountsOf(now),
    planned: planned === null ? null : amountsOf(planned),
    change: change === null ? null : amountsOf(change),
    resources: resources.map((one) => ({ ...one, ...inKilograms(one), now: kilograms(one.now) })),
    modules: modules.map((one) => ({ ...one, ...inKilograms(one), now: amount(one.now, KILOGRAMS) })),
  };
}

function amountsOf(figures: Figures): TerraformAmounts {
  return byCriterion((criterion, unit) => {
    const range = figures[criterion];
    return range === null ? null : amount(range, unit);
  });
}

function inKilograms({ planned, change }: Pick<ResourceReport, "planned" | "change">) {
  return { planned: kilograms(planned), change: kilograms(change) };
}

function kilograms(range: Range | null): Amount | null {
  return range === null ? null : amount(range, KILOGRAMS);
}

function amount({ low, expected, high }: Range, unit: string): Amount {
  return { low, expected, high, unit };
}
