import type { EChartsCoreOption } from "echarts/core";
import type { Step } from "../../../src/units";
import type { CriterionText } from "../text/criteria";
import type { Colours } from "./colours";

/** The unit at the axis instead of at each number: below a horizontal one. */
export function unitBelow(step: Step, criterion: CriterionText, colours: Colours): EChartsCoreOption {
  return { ...unit(step, criterion, colours), nameLocation: "middle", nameGap: 26 };
}

/** Above a vertical one. */
export function unitAbove(step: Step, criterion: CriterionText, colours: Colours): EChartsCoreOption {
  const { nameTextStyle, ...name } = unit(step, criterion, colours);
  return { ...name, nameLocation: "end", nameGap: 12, nameTextStyle: { ...nameTextStyle, align: "left" } };
}

function unit(step: Step, { of }: CriterionText, colours: Colours) {
  return { name: `${step.unit}${of}`, nameTextStyle: { color: colours.quiet } };
}
