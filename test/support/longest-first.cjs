const { default: Sequencer } = require("@jest/test-sequencer");

/** What takes longest, so that no worker is left alone with it at the end. Where Jest has run before, it knows better. */
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
