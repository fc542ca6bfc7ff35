import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { LRUCache } from "lru-cache";
import { type Cost, compileCost, plainName } from "../../graphql/limits";

/** Most operations in the cache; the least recently used is evicted. */
const MOST_OPERATIONS = 200;
/** Characters of all texts that are remembered. */
const MOST_TEXT = 4_000_000;
/** What is computed by laying the formulas of two footprints over each other: for milliseconds, however small they are. */
const DIFFERENCE = "ImpactDifference";

/** What is known of an operation before anything is done with it. */
export interface OperationWeight {
  readonly cost: Cost;
  /** Whether footprints are compared. */
  readonly compares: boolean;
  /** Input objects that stand in the document. */
  readonly objects: number;
}

const NOTHING: OperationWeight = { cost: () => 0, compares: false, objects: 0 };

/** The weights of operations by their text. A text that is no operation weighs nothing: it is refused. */
export class OperationWeights {
  private readonly weights = new LRUCache<string, OperationWeight>({
    max: MOST_OPERATIONS,
    maxSize: MOST_TEXT,
    sizeCalculation: (_, key) => key.length,
  });

  constructor(private readonly schema: GraphQLSchema) {}

  of(text: string, operationName: string | null): OperationWeight {
    const key = `${operationName?.length ?? ""}:${operationName ?? ""}${text}`;
    let weight = this.weights.get(key);
    if (weight === undefined) {
      weight = this.weigh(text, operationName);
      this.weights.set(key, weight);
    }
    return weight;
  }

  private weigh(text: string, operationName: string | null): OperationWeight {
    try {
      const document = parse(text);
      return { cost: compileCost(this.schema, document, operationName), ...this.contentsOf(document) };
    } catch {
      return NOTHING;
    }
  }

  private contentsOf(document: DocumentNode): Pick<OperationWeight, "compares" | "objects"> {
    let [compares, objects] = [false, 0];
    const info = new TypeInfo(this.schema);
    const counting = {
      Field: () => {
        compares ||= leadsToDifference(getNamedType(info.getType()));
      },
      ObjectValue: () => {
        objects += 1;
      },
    };
    visit(document, visitWithTypeInfo(info, counting));
    return { compares, objects };
  }
}

function leadsToDifference(type: GraphQLNamedType | undefined | null): boolean {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  return Object.values(type.getFields()).some((field) => plainName(getNamedType(field.type)) === DIFFERENCE);
}
