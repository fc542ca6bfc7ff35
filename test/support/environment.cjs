// A test must assert something by itself (`asserts-something.ts`): what its hooks assert is true of a test that does nothing, too.
const OneContext = require("./one-context.cjs");

const HOOK_ENDS = new Set(["hook_success", "hook_failure"]);

class Environment extends OneContext {
  /** Called by Jest for each step of each test. */
  handleTestEvent({ name }) {
    const state = this.global.expect?.getState();
    if (state === undefined) return;
    if (name === "hook_start") this.asserted = state.assertionCalls;
    else if (HOOK_ENDS.has(name)) state.assertionCalls = this.asserted;
  }
}

module.exports = Environment;
