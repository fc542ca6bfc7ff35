import { type Component, type ComponentKind, group, leaf, overHours } from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import {
  baseOf,
  itEnergy,
  notesOnPlace,
  ONE_HOUR,
  type OperatingPoint,
  type Site,
  siteOf,
  useOf,
} from "../../src/core/method";
import type { RecipeContext } from "../../src/product";
import type { ServerlessCatalogue } from "./catalogue";
import type { ServingNode } from "./serving-nodes";
import { NAMES, type TokenCount } from "./spec";
import type { TokenHours } from "./token-hours";

const WHOLE = input(1, "-");
const charged = (energies: string) =>
  defineFormula({
    symbol: "P_eq",
    label: "IT energy of the tokens, as the power that draws it in an hour",
    unit: "W",
    expression: `(${energies}) × 1000 / dU`,
  });
const CHARGED = charged("E_waiting + E_working + E_idle + E_rest");
const CHARGED_WITHOUT_WAITING = charged("E_working + E_idle + E_rest");

/** Tokens of one type, and what a node does for them. */
export interface TokensOnNode {
  readonly tokens: TokenCount;
  readonly point: OperatingPoint;
  readonly hours: TokenHours;
  readonly node: ServingNode;
}

/**
 * Tokens of one type: GPUs that wait, work and idle for them, the rest of the node, its manufacturing for the time in service,
 * and the common base by the energy. Linear in tokens.
 */
export async function tokenFootprint(
  { tokens, point, hours, node }: TokensOnNode,
  context: RecipeContext<ServerlessCatalogue>,
): Promise<Component> {
  const { factors, places } = context;
  const place = places.zone(node.zone, "input.region");
  const site = siteOf(place, factors);
  const energy = (power: Value, of: Value): Calculation => itEnergy({ power, hours: of, share: WHOLE });
  const { waiting, working, idle, rest } = point;
  const E_waiting = waiting && hours.waiting && energy(waiting.power, hours.waiting);
  const E_working = energy(working.power, hours.working);
  const E_idle = energy(idle, hours.idle);
  const E_rest = energy(rest, hours.inService);
  const ofWork = { E_working, E_idle, E_rest, dU: ONE_HOUR };
  const P_eq =
    E_waiting === null ? CHARGED_WITHOUT_WAITING.apply(ofWork) : CHARGED.apply({ E_waiting, ...ofWork });
  const parts = [
    ...(E_waiting === null ? [] : [useOfPart("GPUs that wait for memory", "GPU", E_waiting, site)]),
    useOfPart("GPUs at work", "GPU", E_working, site),
    useOfPart("GPUs without a request", "GPU", E_idle, site),
    useOfPart("Rest of the node", "SERVER", E_rest, site),
    await manufacturingOfNode(node, hours, context),
    ...baseOf({ power: P_eq, place }, { ...context, hours: ONE_HOUR }),
  ];
  const { type, count } = tokens;
  const notes = notesOnPlace(place, factors);
  return group({ name: NAMES[type], kind: "TOKENS", quantity: count, notes }, parts, [P_eq]);
}

function useOfPart(name: string, kind: ComponentKind, energy: Calculation, site: Site): Component {
  const { contributions, unknown } = useOf(energy, site);
  return leaf({ name, kind, charged: "equipment", contributions, unknown });
}

/** The Instance that the node is part of was made for its time in service; its power is that of the operating point. */
async function manufacturingOfNode(
  { instanceType, zone }: ServingNode,
  { ofInstance }: TokenHours,
  { catalogue, names, calculate }: RecipeContext<ServerlessCatalogue>,
): Promise<Component> {
  const { kind, spec } = catalogue.platform.node(instanceType, zone, names);
  const made = catalogue.platform.madeOf(await calculate(kind, spec, ONE_HOUR));
  return group(
    { name: "Manufacturing of the node", kind: "NODE" },
    made.map((component) => overHours(component, ofInstance)),
    [ofInstance],
  );
}
