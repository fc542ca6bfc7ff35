import { compose } from "../../src/compose";
import { Deadline, EngineSession, estimatePortfolio } from "../../src/estimates";
import { beforeDeadline } from "../../src/server/deadline";

describe("a deadline", () => {
  it("lets work go on until then, and not after", () => {
    let now = 0;
    const deadline = new Deadline(2, { clock: () => now });
    now = 1999;
    expect(() => deadline.check()).not.toThrow();
    now = 2000;
    expect(deadline.wasMissed).toBe(false);
    expect(() => deadline.check()).toThrow("The request took longer than 2 s (FOOTPRINT_REQUEST_TIMEOUT).");
    expect(deadline.wasMissed).toBe(true);
  });

  it("is over when nobody waits any more", () => {
    const deadline = new Deadline(2, { clock: () => 0 });
    deadline.abandon();
    expect(() => deadline.check()).toThrow("took longer");
  });

  it("that has passed before the answer is waited for ends the waiting, with a delay that every version of Node takes", async () => {
    const timers = jest.spyOn(globalThis, "setTimeout");
    const deadline = new Deadline(1, { elapsedMs: 5_000 });
    await expect(beforeDeadline(new Promise(() => {}), deadline)).rejects.toMatchObject({
      code: "REQUEST_TIMEOUT",
    });
    // The first is ours: others of the test run may follow.
    expect(timers.mock.calls[0]?.[1]).toBe(0);
    timers.mockRestore();
  });

  it("stops a long portfolio between its lines, where others have their turn", async () => {
    let now = 0;
    const deadline = new Deadline(1, { clock: () => now });
    const session = compose().sessionAt(new Date("2026-11-25T00:00:00Z"), deadline);
    const options = { mostItems: 3000, report: () => {} };
    // Lines are asked of a session of their own, within the period of the whole.
    const asked = jest.spyOn(EngineSession.prototype, "totalsIn");
    setImmediate(() => {
      now = 5000;
    });
    // Lines that say the same are asked once: these do not.
    const items = Array.from({ length: 3000 }, (_, sizeGb) => ({
      count: 1,
      resource: { blockVolume: { storageClass: "sbs_5k", sizeGb: 5 + sizeGb, zone: "fr-par-1" } },
    }));
    await expect(estimatePortfolio(items, null, session, options)).rejects.toMatchObject({
      code: "REQUEST_TIMEOUT",
    });
    expect(asked.mock.calls.length).toBeLessThan(3000);
    expect(asked.mock.calls.length).toBeGreaterThan(0);
    asked.mockRestore();
  });
});
