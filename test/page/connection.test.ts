import { CONNECTED, Connection, waitMs } from "../../page/src/api/connection";

/** Asks as often as it takes: what each try finds is given. */
async function askUntil(connection: Connection, tries: boolean[], signal: AbortSignal): Promise<number> {
  for (let asked = 1; ; asked++) {
    if (tries.shift() === true) {
      connection.hasAnswered();
      return asked;
    }
    connection.hasFailed("away");
    await connection.nextTry(signal);
  }
}

let state = CONNECTED;
function newConnection(): Connection {
  state = CONNECTED;
  return new Connection((now) => {
    state = now;
  });
}

const { signal } = new AbortController();

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe("the connection to the graph", () => {
  it("waits twice as long each time, and half a minute at most", () => {
    expect([1, 2, 3, 4, 5, 6, 50].map(waitMs)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it("is tried again by itself until it answers", async () => {
    const connection = newConnection();
    const answer = askUntil(connection, [false, false, false, true], signal);
    expect(state.away).toBe("away");
    await jest.advanceTimersByTimeAsync(1_000 + 2_000);
    expect(state.away).toBe("away");
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await answer).toBe(4);
    expect(state.away).toBeNull();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("is tried at once when somebody wants it", async () => {
    const connection = newConnection();
    const answer = askUntil(connection, [false, true], signal);
    connection.tryAgain();
    expect(state.isTrying).toBe(true);
    expect(await answer).toBe(2);
    expect(state.isTrying).toBe(false);
  });

  it("is tried by all that wait as soon as one is answered", async () => {
    const connection = newConnection();
    const some = [1, 2].map(() => askUntil(connection, [false, true], signal));
    expect(await askUntil(connection, [true], signal)).toBe(1);
    expect(await Promise.all(some)).toEqual([2, 2]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("counts what fails together once", async () => {
    const connection = newConnection();
    const all = [1, 2, 3].map(() => askUntil(connection, [false, true], signal));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await Promise.all(all)).toEqual([2, 2, 2]);
  });

  it("leaves the graph alone as long as that wants it", async () => {
    const connection = newConnection();
    connection.hasFailed("busy", 5_000);
    let isTried = false;
    void connection.nextTry(signal).then(() => {
      isTried = true;
    });
    await jest.advanceTimersByTimeAsync(4_999);
    expect(isTried).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isTried).toBe(true);
  });

  it("gives up what is of no more interest", async () => {
    const connection = newConnection();
    const left = new AbortController();
    const answer = askUntil(connection, [false, true], left.signal);
    left.abort(new Error("left"));
    await expect(answer).rejects.toThrow("left");
  });
});
