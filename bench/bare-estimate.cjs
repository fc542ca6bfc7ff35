// One resource, estimated in a process of its own by the built package, without GraphQL and HTTP: its kind and specification are arguments.
require("reflect-metadata");
const { composeEstimates } = require("../dist/src/compose-estimates.js");
const { estimate } = require("../dist/src/estimates/index.js");

const [kind, spec] = process.argv.slice(2);
const session = composeEstimates().sessionAt(new Date());
estimate({ [kind]: JSON.parse(spec) }, null, session).then(({ parts }) => {
  process.stdout.write(JSON.stringify(parts));
});
