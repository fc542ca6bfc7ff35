import type { CalculationContext, Part, Parted } from "../core/contract";
import { DomainError } from "../core/errors";
import {
  asOperational,
  type Component,
  componentFrom,
  type Footprint,
  footprintOf,
  group,
  shareFrom,
  underItsName,
} from "../core/footprint";

/** The footprint of a product that is other products: each of its parts is asked of its own product. */
export async function composed({ parts, notes }: Parted, context: CalculationContext): Promise<Footprint> {
  const components = await Promise.all(parts.map((part) => componentOf(part, context)));
  return footprintOf(grouped(parts, components), notes);
}

async function componentOf(part: Part, context: CalculationContext): Promise<Component> {
  const { name, kind, times, resource, notes = [], isNamed = false } = part;
  const one = await ask(part, context);
  const text = { name, kind, resource, notes };
  const component =
    typeof times === "number"
      ? componentFrom({ ...text, quantity: times }, one)
      : shareFrom(text, one, times);
  return isNamed ? underItsName(component) : component;
}

/** The product of a part, by its kind. Its errors name the field of our input that is at fault. */
async function ask({ resource, fields = {} }: Part, context: CalculationContext): Promise<Footprint> {
  try {
    return await context.calculate(resource.kind, resource.spec);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const field = fields[(error.details.field ?? "").replace(/^input\./, "")];
    if (field === undefined) throw error;
    throw error.at(`input.${field}`);
  }
}

/** Parts of one group stand together where the first of them does. */
function grouped(parts: readonly Part[], components: readonly Component[]): Component[] {
  const seen = new Set<object>();
  return parts.flatMap((part, index) => {
    const own = components[index] as Component;
    if (part.group === undefined) return [charged(part, own)];
    if (seen.has(part.group)) return [];
    seen.add(part.group);
    const together = components.filter((_, other) => parts[other]?.group === part.group);
    return [charged(part, group(part.group, together))];
  });
}

function charged({ isOperational = false }: Part, component: Component): Component {
  return isOperational ? asOperational(component) : component;
}
