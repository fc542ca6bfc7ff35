import type { Amount } from "../text/amounts";
import type { Colours } from "./colours";

interface Api {
  value(dimension: number): number;
  coord(point: readonly [number, number]): readonly [number, number];
}

const CAP = 4;

/** Error bars: a line from the low to the high end, with caps. */
export function whiskers(
  amounts: readonly (Amount | null)[],
  colours: Colours,
  direction: "horizontal" | "vertical",
): Record<string, unknown> {
  const isHorizontal = direction === "horizontal";
  const points = amounts.flatMap((amount, index) =>
    amount === null ? [] : [[index, amount.low, amount.high]],
  );
  return {
    type: "custom",
    silent: true,
    z: 3,
    // Both ends count for the extent of the value axis.
    encode: isHorizontal ? { y: 0, x: [1, 2] } : { x: 0, y: [1, 2] },
    data: points,
    renderItem: (_: unknown, api: Api) => {
      const at = (value: number): readonly [number, number] =>
        isHorizontal ? api.coord([value, api.value(0)]) : api.coord([api.value(0), value]);
      const [low, high] = [at(api.value(1)), at(api.value(2))];
      const style = { stroke: colours.ink, lineWidth: 1.25, fill: "none" };
      const line = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) => ({
        type: "line",
        shape: { x1, y1, x2, y2 },
        style,
      });
      const cap = ([x, y]: readonly [number, number]) =>
        isHorizontal ? line([x, y - CAP], [x, y + CAP]) : line([x - CAP, y], [x + CAP, y]);
      return { type: "group", children: [line(low, high), cap(low), cap(high)] };
    },
  };
}
