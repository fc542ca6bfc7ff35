import { type Component, type Footprint, type Parts, type Stage, totalOf } from "../core/footprint";
import { BOUNDS, CRITERIA, difference, impactsOf, isClose, isFiniteRange, isOrdered, sumOf } from "./amounts";
import type { Report } from "./finding";

/** A footprint's own arithmetic: finite, bounded, and the sum of what it shows. */
export function checkFootprint(footprint: Footprint, report: Report): void {
  checkParts("the footprint", footprint.parts, report);
  if (footprint.components.length > 0) checkSum("the footprint", footprint, footprint.components, report);
  else if (difference(totalOf(footprint.parts), sumOf([])) !== null) {
    report("sum", "the footprint has no components and is not nothing");
  }
  for (const component of footprint.components) checkComponent(component, component.name, report);
}

function checkComponent(component: Component, path: string, report: Report): void {
  const { children, contributions, parts } = component;
  const where = `component "${path}"`;
  checkParts(where, parts, report);
  if (children.length === 0) {
    for (const stage of ["manufacturing", "use"] as const) checkLeaf(where, component, stage, report);
    return;
  }
  if (contributions.length > 0) report("sum", `${where} has both components and contributions of its own`);
  checkSum(where, component, children, report);
  for (const child of children) checkComponent(child, `${path} / ${child.name}`, report);
}

function checkParts(where: string, parts: Parts, report: Report): void {
  for (const [part, impact] of Object.entries(impactsOf(parts))) {
    for (const criterion of CRITERIA) {
      const amount = impact[criterion];
      if (amount === null) continue;
      const what = `${criterion} of ${part} of ${where}`;
      if (!isFiniteRange(amount)) report("finite", `${what} is not a number`);
      else if (!isOrdered(amount)) {
        report("bounds", `${what}: ${amount.low} ≤ ${amount.expected} ≤ ${amount.high} is false`);
      }
    }
  }
  const differs = difference(totalOf(parts), sumOf(Object.values(impactsOf(parts))));
  if (differs !== null) report("sum", `the total of ${where} is not that of its parts: ${differs}`);
}

function checkSum(
  where: string,
  whole: { readonly parts: Parts },
  components: readonly Component[],
  report: Report,
): void {
  for (const [part, impact] of Object.entries(impactsOf(whole.parts))) {
    const addends = components.flatMap(({ parts }) => impactsOf(parts)[part] ?? []);
    const differs = difference(impact, sumOf(addends));
    if (differs !== null) report("sum", `${part} of ${where} is not the sum of its components: ${differs}`);
  }
}

/** A leaf is what its formulas add up to: in its own parts or, where it is cross-cutting, in operational. */
function checkLeaf(where: string, leaf: Component, stage: Stage, report: Report): void {
  const { manufacturing, usage, operational } = leaf.parts;
  const impact = sumOf([stage === "manufacturing" ? manufacturing : usage, operational[stage]]);
  for (const criterion of CRITERIA) {
    const ranges = leaf.contributions
      .filter((one) => one.stage === stage && one.criterion === criterion)
      .map(({ calculation }) => calculation.range);
    const amount = impact[criterion];
    if (amount === null) {
      if (ranges.length > 0) report("sum", `${criterion} of ${where} is unknown and has formulas`);
      continue;
    }
    for (const bound of BOUNDS) {
      const sum = ranges.reduce((total, range) => total + range[bound], 0);
      if (isClose(sum, amount[bound])) continue;
      const said = `${amount[bound]}, its formulas add up to ${sum}`;
      report("sum", `${criterion} (${stage}, ${bound}) of ${where} is ${said}`);
    }
  }
}
