import { FairQueue, type Turn } from "../../src/server/threads/fair-queue";

const GONE = new Error("gone");

/** Notes down who is granted a place, in their order. */
class Watched {
  readonly granted: string[] = [];
  private readonly turns = new Map<string, Turn>();

  constructor(private readonly queue: FairQueue) {}

  enter(client: string, name: string, isShort = false): boolean {
    const turn = this.queue.enter(client, isShort);
    if (turn === null) return false;
    this.turns.set(name, turn);
    turn.granted.then(
      () => this.granted.push(name),
      () => {},
    );
    return true;
  }

  async end(name: string): Promise<void> {
    this.turns.get(name)?.end(GONE);
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const BOUNDS = { places: 1, waiting: 5, ofOneClient: 3, short: 4 };

describe("a place to work", () => {
  it("is given to clients by turns: one waits behind its own, not before others", async () => {
    const watched = new Watched(new FairQueue(BOUNDS));
    for (const name of ["a1", "a2", "a3"]) watched.enter("a", name);
    for (const name of ["b1", "b2"]) watched.enter("b", name);
    await settled();
    expect(watched.granted).toEqual(["a1"]);
    for (const name of ["a1", "a2", "b1", "a3"]) await watched.end(name);
    expect(watched.granted).toEqual(["a1", "a2", "b1", "a3", "b2"]);
  });

  it("is had by as many at a time as there are", async () => {
    const watched = new Watched(new FairQueue({ ...BOUNDS, places: 2 }));
    for (const name of ["a1", "a2", "a3"]) watched.enter("a", name);
    await settled();
    expect(watched.granted).toEqual(["a1", "a2"]);
    await watched.end("a2");
    await watched.end("a2");
    expect(watched.granted).toEqual(["a1", "a2", "a3"]);
  });

  it("is not waited for by more than may, nor by too many of one client", () => {
    const watched = new Watched(new FairQueue(BOUNDS));
    const entered = ["a1", "a2", "a3", "a4", "a5"].map((name) => watched.enter("a", name));
    expect(entered).toEqual([true, true, true, true, false]);
    expect(["b1", "b2", "b3"].map((name) => watched.enter("b", name))).toEqual([true, true, false]);
    expect(watched.enter("c", "c1")).toBe(false);
  });

  it("is had every second time by what is short, of which some may wait however full it is", async () => {
    const watched = new Watched(new FairQueue(BOUNDS));
    for (const name of ["a1", "a2", "a3", "a4", "a5"]) watched.enter("a", name);
    const short = ["a6", "a7", "a8"].map((name) => watched.enter("a", name, true));
    expect(short).toEqual([true, true, false]);
    expect(["b1", "b2", "b3"].map((name) => watched.enter("b", name, true))).toEqual([true, true, false]);
    for (const name of ["a1", "a6", "a2", "b1", "a3", "a7", "a4", "b2"]) await watched.end(name);
    expect(watched.granted).toEqual(["a1", "a6", "a2", "b1", "a3", "a7", "a4", "b2"]);
    expect(watched.enter("b", "b4", true)).toBe(true);
    await settled();
    expect(watched.granted.at(-1)).toBe("b4");
  });

  it("is left to others by who waits no longer", async () => {
    const queue = new FairQueue(BOUNDS);
    const watched = new Watched(queue);
    watched.enter("a", "a1");
    const left = queue.enter("a") as Turn;
    watched.enter("a", "a3");
    left.end(GONE);
    await expect(left.granted).rejects.toBe(GONE);
    await watched.end("a1");
    expect(watched.granted).toEqual(["a1", "a3"]);
    await watched.end("a3");
    expect(watched.enter("b", "b1")).toBe(true);
    await settled();
    expect(watched.granted).toEqual(["a1", "a3", "b1"]);
  });
});
