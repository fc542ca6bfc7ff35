import "reflect-metadata";
import { numberOf, optionsOf } from "../../../bench/options";
import { compose } from "../../../src/compose";
import { startGraph, stopGraph } from "../../operations/support/graph-process";
import { contextOf } from "../../support/context";
import { diceOf } from "../support/dice";
import { type Compared, compared } from "./compare";
import { servedAlike } from "./served";
import { requestOf } from "./walk";
import { wordsOf } from "./words";

const MOST_DIFFERENCES = 20;

function say(what: string | number, counts: ReadonlyMap<string, number> = new Map()): void {
  const told = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
  process.stdout.write(`${what}${told === "" ? "" : `: ${told}`}\n`);
}

/** Compares the ways in which random requests are answered. `npm run differential-fuzz -- --count=100000 --seed=1 --served=200` */
async function main(): Promise<void> {
  const given = optionsOf({
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    served: { type: "string", default: "200" },
  });
  const [count, seed, served] = (["count", "seed", "served"] as const).map((name) =>
    numberOf(name, given[name]),
  ) as [number, number, number];
  const { schema, sessionAt } = compose();
  const { executable } = schema;
  const now = new Date();
  const words = await wordsOf(executable, contextOf(sessionAt(now)));
  const graph = served > 0 ? await startGraph() : null;
  const counts = new Map<string, number>();
  const note = (outcome: string): void => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const differences: object[] = [];
  for (let index = 0; index < count && differences.length < MOST_DIFFERENCES; index++) {
    const asked = requestOf(executable, words, diceOf(seed * 10_000_019 + index));
    let result: Compared;
    try {
      result = await compared(executable, () => sessionAt(now), asked);
    } catch (fault) {
      result = { outcome: "different", compiled: String(fault), executed: "" };
    }
    note(result.outcome);
    if (result.outcome === "different") differences.push({ index, ...asked, ...result });
    if (graph !== null && index % served === 0) {
      const unlike = await servedAlike(graph.url, asked).catch(String);
      note("served");
      if (unlike !== null) differences.push({ index, ...asked, unlike });
      if (graph.child.exitCode !== null || graph.child.signalCode !== null) {
        say(JSON.stringify(await graph.ended));
        break;
      }
    }
    if ((index + 1) % 5_000 === 0) say(index + 1, counts);
  }
  if (graph !== null) await stopGraph(graph);
  for (const one of differences) say(JSON.stringify(one, null, 1));
  say(`seed ${seed}: ${differences.length} differences`, counts);
  process.exit(differences.length === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
