import { percentText } from "./figures";

const KINDS = ["published", "derived", "assumed"] as const;
type Shares = Readonly<Record<(typeof KINDS)[number], number>>;

/** On what a figure rests, in one sentence: the shares that there are, the largest first; empty where there are none. */
export function sureness(quality: Shares): string {
  const [first, ...others] = KINDS.map((kind) => [kind, quality[kind]] as const)
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a);
  if (first === undefined) return "";
  const text = `${percentText(first[1])} of it rests on ${first[0]} numbers`;
  return `${[text, ...others.map(([kind, value]) => `${percentText(value)} on ${kind} ones`)].join(", ")}.`;
}
