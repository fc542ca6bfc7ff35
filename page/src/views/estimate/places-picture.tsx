import type { VNode } from "preact";
import { useCallback } from "preact/hooks";
import { bars } from "../../charts/bars";
import type { Colours } from "../../charts/colours";
import { lyingHeight } from "../../charts/lying-axes";
import { SavedChart } from "../../charts/saved-chart";
import { CRITERIA } from "../../text/criteria";
import type { PlaceRow } from "./place-rows";

const [GASES] = CRITERIA;

/** Chart of the emissions in each place, with ranges. */
export function PlacesPicture({ rows }: { readonly rows: readonly PlaceRow[] }): VNode {
  const option = useCallback(
    (colours: Colours, width: number) =>
      bars(
        rows.flatMap(({ name, amount, isHere }) =>
          amount === null ? [] : [{ name, amount, colour: isHere ? 1 : 0 }],
        ),
        GASES,
        colours,
        width,
      ),
    [rows],
  );
  const label = `${GASES.title} in ${rows.length} places, from ${rows[0]?.name} to ${rows.at(-1)?.name}. The table below has all of it.`;
  return (
    <SavedChart
      kind="axes"
      name={`${GASES.title} by place`}
      {...{ option, label }}
      height={lyingHeight(rows.length)}
    />
  );
}
