import { setImmediate as nextTurn } from "node:timers/promises";
import { atEndOfTurn } from "../../src/server/answer/end-of-turn";

describe("answers that are ready in one turn of the event loop", () => {
  it("are sent together and in their order, when the turn is over", async () => {
    const sent: string[] = [];
    atEndOfTurn(() => sent.push("one"));
    await Promise.resolve();
    atEndOfTurn(() => sent.push("two"));
    expect(sent).toEqual([]);
    await nextTurn();
    expect(sent).toEqual(["one", "two"]);
  });

  it("do not wait for one that takes long to make", async () => {
    const sent: string[] = [];
    atEndOfTurn(() => sent.push("short"));
    const begin = performance.now();
    while (performance.now() - begin <= 2);
    atEndOfTurn(() => sent.push("long"));
    expect(sent).toEqual(["short", "long"]);
    atEndOfTurn(() => sent.push("next"));
    await nextTurn();
    expect(sent).toEqual(["short", "long", "next"]);
  });
});
