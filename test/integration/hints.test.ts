import { type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const INSTANCE = 'instance(input: {type: "PRO2-S", zone: "fr-par-1"})';

async function errorOf(text: string) {
  const { errors } = await graph.askText(text);
  // A required field that is not given under its name is an error beside it.
  const error = errors?.find(({ message }) => !/was not provided/.test(message));
  if (error === undefined) throw new Error("no error");
  return error;
}

describe("a common wrong name of a field", () => {
  it.each([
    [`{ ${INSTANCE} { footprint { total { kgCO2e } } } }`, ["kgCo2Equivalent"]],
    [`{ ${INSTANCE} { footprint { total { co2 } } } }`, ["kgCo2Equivalent"]],
    [`{ ${INSTANCE} { footprint { total { kg_co2_eq } } } }`, ["kgCo2Equivalent"]],
    [`{ ${INSTANCE} { footprint { total { water } } } }`, ["m3WaterUsage"]],
    [`{ ${INSTANCE} { footprint { total { energy } } } }`, ["kwhFinalEnergy"]],
    [`{ ${INSTANCE} { footprint { co2 } } }`, ["total"]],
    [`{ ${INSTANCE} { co2 } }`, ["footprint"]],
    [`{ ${INSTANCE} { footprint { embodied { kgCo2Equivalent } } } }`, ["manufacturing"]],
    [`{ ${INSTANCE} { footprint { breakdown { name } } } }`, ["components"]],
    [`{ ${INSTANCE} { footprint { warnings } } }`, ["notes"]],
    [`{ ${INSTANCE} { region } }`, ["locality"]],
    [`{ ${INSTANCE} { footprint(period: {hours: 1}) { notes } } }`, ["during"]],
    [`{ ${INSTANCE} { footprint(during: {days: 3}) { notes } } }`, ["hours", "start", "asOf"]],
    [`{ ${INSTANCE} { footprint(during: {from: "2026-01-01"}) { notes } } }`, ["start"]],
    ['{ instance(input: {type: "PRO2-S", region: "fr-par"}) { name } }', ["zone"]],
    ['{ instance(input: {commercial_type: "PRO2-S", zone: "fr-par-1"}) { name } }', ["type"]],
    ['{ blockVolume(input: {class: "sbs_5k", size: 10, zone: "fr-par-1"}) { name } }', ["storageClass"]],
  ])("%s is answered with the right one", async (text, names) => {
    const { message, extensions } = await errorOf(text);
    expect(extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(extensions.suggestions).toEqual(names);
    for (const name of names) expect(message).toContain(`"${name}"`);
    expect(message.match(/Did you mean/g)).toHaveLength(1);
  });

  it("in a variable too, and any other name keeps the hint that it had", async () => {
    const query =
      'query Q($during: PeriodInput) { instance(input: {type: "PRO2-S", zone: "fr-par-1"}) { footprint(during: $during) { notes } } }';
    const { errors } = await graph.askText(query, { during: { days: 3 } });
    expect(errors?.[0]?.message).toContain('Did you mean "hours"');
    expect((await errorOf(`{ ${INSTANCE} { nam } }`)).message).toContain('Did you mean "name"');
    expect((await errorOf(`{ ${INSTANCE} { qqq } }`)).message).not.toContain("Did you mean");
  });
});

describe("a common wrong name of a value", () => {
  it.each([
    ['instance(input: {type: "PRO2-S", zone: "paris"})', "fr-par-1"],
    ['instance(input: {type: "PRO2-S", zone: "Amsterdam"})', "nl-ams-1"],
    ['instance(input: {type: "PRO2-S", zone: "milano"})', "it-mil-1"],
    ['instance(input: {type: "PRO2-S", zone: "nl-asm"})', "nl-ams-1"],
    ['instance(input: {type: "POR2-S", zone: "fr-par-1"})', "PRO2-S"],
    ['dedicatedDeployment(input: {nodeType: "4L", region: "fr-par"})', "L4"],
    ['blockVolume(input: {storageClass: "5k", sizeGb: 10, zone: "fr-par-1"})', "sbs_5k"],
    ['objectBucket(input: {storageClass: "standard", storedGb: 10, region: "paris"})', "fr-par"],
    ['objectBucket(input: {storageClass: "standard", storedGb: 10, region: "fr-pra"})', "fr-par"],
  ])("%s leads to %s", async (query, name) => {
    const { message, extensions } = await errorOf(`{ ${query} { name } }`);
    expect(extensions.suggestions).toContain(name);
    expect(message).toContain(name);
  });

  it("of a city whose zones are not called after it names them", async () => {
    const { message, extensions } = await errorOf(
      '{ instance(input: {type: "PRO2-S", zone: "Warsaw"}) { name } }',
    );
    expect(message).toContain("pl-waw-1");
    expect(extensions.suggestions).toEqual(["pl-waw-1", "pl-waw-2", "pl-waw-3"]);
  });
});
