import type { VNode } from "preact";
import { useCallback } from "preact/hooks";
import { bars } from "../../charts/bars";
import type { Colours } from "../../charts/colours";
import { lyingHeight } from "../../charts/lying-axes";
import { SavedChart } from "../../charts/saved-chart";
import { amountOf } from "../../text/amounts";
import { CRITERIA } from "../../text/criteria";
import { figureText } from "../../text/figures";
import type { Part } from "./sums";

const [GASES] = CRITERIA;

export function PartsPicture({
  name,
  parts,
}: {
  readonly name: string;
  readonly parts: readonly Part[];
}): VNode {
  const option = useCallback(
    (colours: Colours, width: number) =>
      bars(
        parts.flatMap((part) => {
          const amount = amountOf(part.total, GASES);
          return amount === null ? [] : [{ name: part.name, amount }];
        }),
        GASES,
        colours,
        width,
      ),
    [parts],
  );
  const said = parts
    .map((part) => `${part.name} ${figureText(part.total.kgCo2Equivalent, GASES)}`)
    .join(", ");
  return (
    <SavedChart
      kind="axes"
      name={name}
      option={option}
      label={`${GASES.title}: ${said}. The table below has all of it.`}
      height={lyingHeight(parts.length)}
    />
  );
}
