import type { EChartsType } from "echarts/core";
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { fileName, save } from "../ui/save";
import { Chart, type ChartProps } from "./chart";

/** Resolution for paper and high-density screens. */
const PIXELS = 2;

/** A chart with a button to save it as a picture. */
export function SavedChart({
  name,
  ...chart
}: Omit<ChartProps, "onReady"> & { readonly name: string }): VNode {
  const drawn = useRef<EChartsType | null>(null);
  const savePicture = (): void => {
    if (drawn.current === null) return;
    const backgroundColor = getComputedStyle(document.body).backgroundColor;
    drawn.current.renderToCanvas({ pixelRatio: PIXELS, backgroundColor }).toBlob((picture) => {
      if (picture !== null) save(picture, fileName(name, "png"));
    });
  };
  return (
    <figure class="saved-chart">
      <Chart
        {...chart}
        onReady={(made) => {
          drawn.current = made;
        }}
      />
      <figcaption>
        <button type="button" onClick={savePicture}>
          Save as PNG<span class="unseen">: {name}</span>
        </button>
      </figcaption>
    </figure>
  );
}
