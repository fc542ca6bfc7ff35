import { setImmediate as nextTurn } from "node:timers/promises";
import { EndOfTurn } from "../../src/server/answer/end-of-turn";

describe("answers that are ready in one turn of the event loop", () => {
  it("are sent together and in their order, when the turn is over", async () => {
    const sent: string[] = [];
    // However slow the machine is.
    const turn = new EndOfTurn(Number.POSITIVE_INFINITY);
    turn.add(() => sent.push("one"));
    await Promise.resolve();
    turn.add(() => sent.push("two"));
    expect(sent).toEqual([]);
    await nextTurn();
    expect(sent).toEqual(["one", "two"]);
  });

  it("do not wait for one that takes long to make", async () => {
    const sent: string[] = [];
    const turn = new EndOfTurn(1);
    turn.add(() => sent.push("short"));
    const begin = performance.now();
    while (performance.now() - begin <= 2);
    turn.add(() => sent.push("long"));
    expect(sent).toEqual(["short", "long"]);
    turn.add(() => sent.push("next"));
    await nextTurn();
    expect(sent).toEqual(["short", "long", "next"]);
  });
});
