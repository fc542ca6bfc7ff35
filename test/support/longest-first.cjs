const { default: Sequencer } = require("@jest/test-sequencer");

/** Shares that take longest first, and those that mostly wait for processes before those that compute: at the end, all cores compute. */
const LONGEST = ["started", "threads", "stores", "fast", "deployed", "wider", "browser", "random"];

/** Where a suite has its turn; what is in no share comes after them. */
function turnOf({ context, path }) {
  if (!path.endsWith("/together.ts")) return LONGEST.length;
  const turn = LONGEST.indexOf(context.config.displayName?.name.split(" ")[0]);
  return turn < 0 ? LONGEST.length : turn;
}

class LongestFirst extends Sequencer {
  sort(tests) {
    // Times that Jest has measured are found by path, which shares have in common: of suites by themselves they are right.
    if (tests.every((test) => turnOf(test) === LONGEST.length)) return super.sort(tests);
    return [...tests].sort((one, other) => turnOf(one) - turnOf(other));
  }
}

module.exports = LongestFirst;
