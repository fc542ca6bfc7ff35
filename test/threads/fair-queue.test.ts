import { Piscina, type PiscinaTask } from "piscina";
import { FairQueue } from "../../src/server/threads/fair-queue";

interface Named {
  readonly name: string;
}

function taskOf(client: string, name: string): PiscinaTask {
  return { name, [Piscina.queueOptionsSymbol]: { client } } as unknown as PiscinaTask;
}

function drained(queue: FairQueue): string[] {
  const names: string[] = [];
  for (let task = queue.shift(); task !== null; task = queue.shift())
    names.push((task as unknown as Named).name);
  return names;
}

describe("tasks that wait for a thread", () => {
  it("of one client are taken behind each other, not before those of others", () => {
    const queue = new FairQueue();
    for (const name of ["a1", "a2", "a3"]) queue.push(taskOf("a", name));
    for (const name of ["b1", "b2"]) queue.push(taskOf("b", name));
    queue.push(taskOf("c", "c1"));
    expect([queue.size, queue.sizeOf("a"), queue.sizeOf("nobody")]).toEqual([6, 3, 0]);
    expect(drained(queue)).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
    expect(queue.size).toBe(0);
  });

  it("are left out where nobody waits for them any more", () => {
    const queue = new FairQueue();
    const [first, second] = [taskOf("a", "a1"), taskOf("a", "a2")];
    queue.push(first);
    queue.push(second);
    queue.push(taskOf("b", "b1"));
    queue.remove(first);
    expect(drained(queue)).toEqual(["a2", "b1"]);
    queue.push(first);
    queue.remove(first);
    expect([queue.size, queue.shift()]).toEqual([0, null]);
  });
});
