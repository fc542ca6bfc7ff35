const { default: Sequencer } = require("@jest/test-sequencer");

/** Suites that take longest, so that none is left for one worker at the end. After a first run, Jest has measured times. */
const LONGEST = [
  "/threads/",
  "/support/together.",
  "/deployment/image.",
  "/fuzz/compiled.",
  "/fuzz/",
  "/operations/",
  "/clients/",
  "/stores/",
  "/federation/",
];

class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some((test) => test.duration !== undefined)) return sorted;
    const place = ({ path }) => {
      const index = LONGEST.findIndex((part) => path.includes(part));
      return index < 0 ? LONGEST.length : index;
    };
    return sorted.sort((one, other) => place(one) - place(other));
  }
}

module.exports = LongestFirst;
