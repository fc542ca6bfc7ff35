/** Colours of charts, from the style sheet in the present colour scheme. */
export interface Colours {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  /** Of text on a series. */
  readonly onSeries: string;
  /** Of series, distinguishable with colour blindness. */
  readonly series: readonly string[];
}

const SERIES = ["--c1", "--c2", "--c3", "--c4", "--c5", "--c6"];

/** Resolves `light-dark()`, which the value of a custom property does not. */
export function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement("span");
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read("--ink"),
    quiet: read("--quiet"),
    line: read("--line"),
    surface: read("--surface"),
    onSeries: read("--on-series"),
    series: SERIES.map(read),
  };
  probe.remove();
  return colours;
}
