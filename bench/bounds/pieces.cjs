// Loaded before the graph: how long the thread that requests come in by works in one piece, in CPU time. On a machine that
// is busy with other things that tells more than a clock: nobody waits for longer on one that is not.
const { readFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const EVERY_MS = 5;

/** CPU time of this thread so far [ms]; as Linux tells it. */
function cpuMs() {
  return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ", 1)[0]) / 1e6;
}

if (isMainThread && process.send !== undefined) {
  let last = cpuMs();
  let longest = 0;
  setInterval(() => {
    const now = cpuMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, EVERY_MS).unref();
  process.on("message", () => {
    process.send(longest);
    longest = 0;
  });
  process.channel.unref();
}
