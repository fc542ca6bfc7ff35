// Preloaded into the server: measures how long the main thread works without interruption, in CPU time. On a machine that
// is busy with other things, that says more than wall time: on an idle one, nobody waits for longer.
const { readFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const EVERY_MS = 5;

/** CPU time of this thread so far [ms]; from /proc. */
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
