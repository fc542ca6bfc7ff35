// Each suite with modules of its own, for work on some of them. `npm test` takes them together: jest.together.cjs.
const { fast, processes, settings } = require("./test/support/projects.cjs");

/** @type {import("jest").Config} */
module.exports = { ...settings, projects: [fast, processes] };
