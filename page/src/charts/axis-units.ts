import type { EChartsCoreOption } from "echarts/core";
import type { Step } from "../../../src/units";
import type { CriterionText } from "../text/criteria";
import type { Colours } from "./colours";

/** The unit once, at the axis, and not at each of its numbers: below one that lies. */
export function unitBelow(step: Step, criterion: CriterionText, colours: Colours): EChartsCoreOption {
  return { ...unit(step, criterion, colours), nameLocation: "middle", nameGap: 26 };
}

/** Above one that stands. */
export function unitAbove(step: Step, criterion: CriterionText, colours: Colours): EChartsCoreOption {
  const { nameTextStyle, ...name } = unit(step, criterion, colours);
  return { ...name, nameLocation: "end", nameGap: 12, nameTextStyle: { ...nameTextStyle, align: "left" } };
}

function unit(step: Step, { of }: CriterionText, colours: Colours) {
  return { name: `${step.unit}${of}`, nameTextStyle: { color: colours.quiet } };
}
