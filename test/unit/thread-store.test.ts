import { once } from "node:events";
import { type BenchmarkReads, ThreadStore } from "../../src/process/thread-store";

/** Benchmarks that tell by their revision which they are. */
const named = (name: string): BenchmarkReads => ({
  findByModels: async () => new Map(),
  findVintages: async () => new Map(),
  revision: async () => name,
});

/** A store whose rehearsal has read once and waits; what is read of it from then on, and by whom. */
function interrupted() {
  const store = new ThreadStore(named("shipped"));
  const read: string[] = [];
  const readBy = async (who: string): Promise<void> => {
    read.push(`${who}: ${await store.benchmarks.revision()}`);
  };
  const gate = new EventTarget();
  const opened = once(gate, "open");
  store.rehearse(async (isIdle) => {
    await readBy("rehearsal");
    await opened;
    // The rest of a line, which looks again only behind it.
    await readBy("rehearsal");
    while (isIdle()) await readBy("rehearsal");
  });
  return { store, read, readBy, goOn: () => gate.dispatchEvent(new Event("open")) };
}

describe("the store of a thread", () => {
  it("of a task is not read by the rest of the rehearsal that the task interrupts", async () => {
    const { store, read, readBy, goOn } = interrupted();
    const task = store.during(named("process"), () => readBy("task"));
    // All that can be done before the rehearsal goes on has been done in the next turn.
    await new Promise(setImmediate);
    goOn();
    await task;
    expect(read).toEqual(["rehearsal: shipped", "rehearsal: shipped", "task: process"]);
  });

  it("is that of each task in its turn", async () => {
    const { store, read, readBy, goOn } = interrupted();
    goOn();
    await store.during(named("first"), () => readBy("task"));
    await store.during(named("second"), () => readBy("task"));
    expect(read.slice(-2)).toEqual(["task: first", "task: second"]);
  });

  it("is given back by a task that fails", async () => {
    const store = new ThreadStore(named("shipped"));
    const failed = store.during(named("process"), () => Promise.reject(new Error("a fault")));
    await expect(failed).rejects.toThrow("a fault");
    expect(await store.benchmarks.revision()).toBe("shipped");
  });

  it("serves tasks where the rehearsal fails", async () => {
    const store = new ThreadStore(named("shipped"));
    store.rehearse(() => Promise.reject(new Error("cannot be computed in advance")));
    expect(await store.during(named("process"), () => store.benchmarks.revision())).toBe("process");
  });
});
