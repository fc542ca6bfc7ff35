import type { Answer, GraphError, LiveGraph } from "../../support/live-graph";

/** What a gateway sends of an entity: anything that JSON can say. */
export type Sent = unknown;

/** Every figure of a footprint, and what it says of itself. */
export const FIGURES = `
  fragment figures on Footprint {
    total { ...all } manufacturing { ...all } usage { ...all } operational { ...all } notes
    components { name kind footprint { total { ...all } } }
  }
  fragment all on Impact {
    kgCo2Equivalent low: kgCo2Equivalent(bound: LOW) high: kgCo2Equivalent(bound: HIGH)
    m3WaterUsage kwhFinalEnergy kgSbEquivalent mjPrimaryEnergy
  }`;

export interface EntityAnswer<Entity> {
  readonly status: number;
  readonly entities: readonly (Entity | null)[];
  readonly errors: readonly GraphError[];
}

/** Sends representations as a gateway does, over HTTP. `selection` is of the union of entities. */
export async function askEntities<Entity = Record<string, unknown>>(
  graph: LiveGraph,
  representations: readonly Sent[],
  selection: string,
): Promise<EntityAnswer<Entity>> {
  const answer = (await graph.askText(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } } ${
      selection.includes("...figures") ? FIGURES : ""
    }`,
    { representations },
  )) as Answer<{ _entities: (Entity | null)[] }>;
  return {
    status: answer.status,
    entities: answer.data?._entities ?? [],
    errors: answer.errors ?? [],
  };
}

/** Where an error is and what it says to a program. */
export function briefly({ path, extensions }: GraphError): {
  path: GraphError["path"];
  code: string;
  field: string | undefined;
} {
  return { path, code: extensions.code, field: extensions.field };
}
