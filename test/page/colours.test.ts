import { readFileSync } from "node:fs";
import { join } from "node:path";

const sheet = readFileSync(join(__dirname, "../../page/src/styles/tokens.css"), "utf8");
const colours = new Map(
  [...sheet.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }],
  ),
);
type Rgb = readonly [number, number, number];
const SERIES = ["c1", "c2", "c3", "c4", "c5", "c6"];

/** sRGB to linear light. */
function linear(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
function contrast(one: string, other: string): number {
  const [more = 0, less = 0] = [one, other].map((hex) => luminance(linear(hex))).sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}

/** As somebody without one kind of cones sees it. Source: Machado, Oliveira, Fernandes 2009, severity 1. */
const SEEN_BY: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const seen = (rgb: Rgb, matrix: readonly [Rgb, Rgb, Rgb]): Rgb =>
  matrix.map((row) => Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])) as unknown as Rgb;

/** Distance in Oklab, times 100. Source: Ottosson 2020. */
function distance(one: Rgb, other: Rgb): number {
  const lab = ([r, g, b]: Rgb): Rgb => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const [a, b] = [lab(one), lab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(["light", "dark"] as const)("colours in the %s scheme", (scheme) => {
  const colour = (name: string): string => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`no colour ${name}`);
    return found[scheme];
  };

  it("let text be read", () => {
    const pairs = ["surface", "raised", "sunken"].flatMap((ground) =>
      ["ink", "quiet", "accent"].map((text) => [text, ground]),
    );
    const all = [
      ...pairs,
      ["wrong", "surface"],
      ["wrong", "raised"],
      ["on-accent", "accent"],
      ["ink", "wrong-surface"],
    ];
    for (const [text = "", ground = ""] of [...all, ...SERIES.map((name) => ["on-series", name])])
      expect([text, ground, contrast(colour(text), colour(ground)) >= 4.5]).toEqual([text, ground, true]);
  });

  it("let controls and series be told from the ground", () => {
    for (const name of ["edge", "accent", ...SERIES])
      expect([name, contrast(colour(name), colour("surface")) >= 3]).toEqual([name, true]);
  });

  it.each(["all cones", ...Object.keys(SEEN_BY)])("let the three parts be told apart with %s", (who) => {
    const matrix = SEEN_BY[who];
    const parts = ["c1", "c2", "c3"].map((name) => linear(colour(name)));
    const shown = matrix === undefined ? parts : parts.map((rgb) => seen(rgb, matrix));
    const pairs = shown.flatMap((one, index) => shown.slice(index + 1).map((other) => distance(one, other)));
    expect(Math.min(...pairs)).toBeGreaterThan(7);
  });
});
