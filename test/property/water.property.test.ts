import fc from "fast-check";
import { sayNotes } from "../../src/core/footprint";
import { anyHours, anyInstance } from "../support/arbitraries";
import { composeInstances } from "../support/instances";
import { impactsOf, walk } from "../support/numbers";

const { footprint, offered, engine } = composeInstances();

const WITHOUT_WUE = ["nl-ams-2", "nl-ams-3", "pl-waw-1", "pl-waw-2", "pl-waw-3"];
const WITH_WUE = ["fr-par-1", "fr-par-2", "fr-par-3", "nl-ams-1", "it-mil-1"];

describe("water", () => {
  it("covers every zone in these tests", () => {
    expect([...engine.places.zones.keys()].sort()).toEqual([...WITHOUT_WUE, ...WITH_WUE].sort());
  });

  it.each(WITHOUT_WUE)("is unknown wherever energy is used in %s, and the notes say so", (zone) =>
    fc.assert(
      fc.asyncProperty(anyInstanceIn(zone), anyHours(), async (spec, hours) => {
        const answer = await footprint(spec, hours);
        const { parts, components } = answer;
        const notes = sayNotes(answer);
        const all = [
          parts,
          ...components.flatMap((component) => [...walk(component)]).map((one) => one.parts),
        ];
        for (const { manufacturing, usage, operational } of all) {
          // The method has no cooling water in manufacturing.
          for (const built of [manufacturing, operational.manufacturing]) {
            expect(built.m3WaterUsage).toEqual({ low: 0, expected: 0, high: 0 });
          }
          for (const { m3WaterUsage, kwhFinalEnergy } of [usage, operational.use]) {
            if (kwhFinalEnergy.high > 0) expect(m3WaterUsage).toBeNull();
            else expect(m3WaterUsage).toEqual({ low: 0, expected: 0, high: 0 });
          }
        }
        expect(parts.usage.m3WaterUsage).toBeNull();
        expect(notes).toContain(`No water usage effectiveness is published for ${zone}: water is unknown.`);
      }),
      { numRuns: 40 },
    ),
  );

  it.each(WITH_WUE)("is known in every part in %s, and drawn by use alone", (zone) =>
    fc.assert(
      fc.asyncProperty(anyInstanceIn(zone), anyHours(), async (spec, hours) => {
        const answer = await footprint(spec, hours);
        const { parts, components } = answer;
        const notes = sayNotes(answer);
        const all = [
          parts,
          ...components.flatMap((component) => [...walk(component)]).map((one) => one.parts),
        ];
        // Asked of all at once: there are many.
        const known = all.flatMap((one) =>
          Object.values(impactsOf(one)).map(({ m3WaterUsage }) => m3WaterUsage),
        );
        expect(known.length).toBeGreaterThan(all.length);
        expect(known.filter((water) => water === null)).toEqual([]);
        expect(all.filter(({ manufacturing }) => manufacturing.m3WaterUsage?.high !== 0)).toEqual([]);
        expect(parts.usage.m3WaterUsage?.low).toBeGreaterThan(0);
        expect(notes.join()).not.toContain("water is unknown");
      }),
      { numRuns: 40 },
    ),
  );
});

function anyInstanceIn(zone: string) {
  const there = offered.filter(({ row }) => row.zones.includes(zone));
  return anyInstance(there).map((spec) => ({ ...spec, zone }));
}
