/** A logarithmic axis: decades of the values, from one end of the picture to another [px]. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  at(value: number): number;
}

export function logAxis(values: readonly number[], start: number, end: number): Axis {
  const [first, last] = [Math.floor(decade(Math.min(...values))), Math.ceil(decade(Math.max(...values)))];
  const decades = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    from: 10 ** first,
    to: 10 ** last,
    // 10 ** -3 is not 0.001 to the last digit.
    ticks: decades.map((exponent) => Number(`1e${exponent}`)),
    at: (value) => start + ((decade(value) - first) / (last - first)) * (end - start),
  };
}

type Point = readonly [x: number, y: number];

export function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

export function line(
  points: readonly Point[],
  { stroke, dashes }: { stroke: string; dashes: string },
): string {
  const dashed = dashes === "" ? "" : ` stroke-dasharray="${dashes}"`;
  return `<polyline points="${written(points)}" fill="none" stroke="${stroke}"${dashed}/>`;
}

export function polygon(points: readonly Point[], fill: string): string {
  return `<polygon points="${written(points)}" fill="${fill}" fill-opacity="0.12"/>`;
}

export function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${radius}" fill="${fill}"/>`;
}

export function whisker(x: number, from: number, to: number, stroke: string): string {
  return `<line x1="${px(x)}" y1="${px(from)}" x2="${px(x)}" y2="${px(to)}" stroke="${stroke}" stroke-opacity="0.4"/>`;
}

export function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end"): string {
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" fill="#222">${escaped(content)}</text>`;
}

function written(points: readonly Point[]): string {
  return points.map(([x, y]) => `${px(x)},${px(y)}`).join(" ");
}

/** To a tenth: the same picture on every machine. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function decade(value: number): number {
  return Math.log10(value);
}

function escaped(content: string): string {
  return content.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
