// Runs suites in the context of the process itself, as the graph runs when it is deployed. The usual environment gives each a
// context of its own, in which every read of a global, `Math` or `Object`, goes through a proxy: a tenth of the time of all tests.
// Jest has no option for it, so a function of Node is wrapped. `vm.createContext(vm.constants.DONT_CONTEXTIFY)` makes a context without
// the proxy, in the same time and without the wrapping. But its `Error` is not that of Node's modules: `instanceof` would be false of the
// error of a file in tests, and true of the same error in production.
const v8 = require("node:v8");
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

// Most code of a suite runs too seldom to be worth optimizing. Later versions of V8 count by calls, and know no such option; on a command
// line it would keep them from starting.
if (Number.parseInt(process.versions.v8, 10) < 12) v8.setFlagsFromString("--interrupt-budget=400000");

const { compileFunction } = vm;
/** What stands for the context of the process where Jest compiles a module. */
const OWN = vm.createContext({});

vm.compileFunction = (code, parameters, options) =>
  compileFunction(
    code,
    parameters,
    options?.parsingContext === OWN ? { ...options, parsingContext: undefined } : options,
  );

const propertiesOf = (object) => new Map(Object.entries(Object.getOwnPropertyDescriptors(object)));

class OneContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.ofJest = this.global;
    this.before = {
      globals: propertiesOf(globalThis),
      symbols: new Set(Object.getOwnPropertySymbols(globalThis)),
    };
    this.exit = process.exit;
    this.variables = { ...process.env };
    for (const key of Reflect.ownKeys(this.ofJest)) {
      if (!(key in globalThis)) globalThis[key] = this.ofJest[key];
    }
    this.global = globalThis;
    // Timers that tests set and mocks that they make are those of the process too.
    const timers = { config: config.projectConfig, global: globalThis };
    this.fakeTimersModern = new this.fakeTimersModern.constructor(timers);
    this.moduleMocker = new this.moduleMocker.constructor(globalThis);
  }

  getVmContext() {
    return this.global === globalThis ? OWN : null;
  }

  /** Leaves the process as it was: its next suite finds no global and no variable of this one. */
  async teardown() {
    const { globals, symbols } = this.before;
    for (const key of Reflect.ownKeys(globalThis)) {
      if (!globals.has(key) && !symbols.has(key)) Reflect.deleteProperty(globalThis, key);
    }
    for (const [key, was] of globals) {
      const now = Object.getOwnPropertyDescriptor(globalThis, key);
      const isAsItWas = now?.value === was.value && now?.get === was.get;
      if (!isAsItWas && was.configurable) Object.defineProperty(globalThis, key, was);
    }
    // Jest puts one of its own in its place for each suite.
    process.exit = this.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    this.global = this.ofJest;
    await super.teardown();
  }
}

module.exports = OneContext;
