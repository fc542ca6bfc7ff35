import { getOrInsert, groupBy } from "../../core/helpers";
import type { InstanceKey, ModuleStep, TerraformResource } from "../document";
import { moduleAddressOf } from "../read/address";

/** The resources of one side of a document, data sources among them, as references and ids name them. */
export class KnownResources {
  private readonly byName: Map<string, TerraformResource[]>;
  private readonly byId: Map<string, TerraformResource>;
  private readonly moduleKeys: Map<string, Set<InstanceKey>>;

  constructor(resources: readonly TerraformResource[]) {
    this.byName = groupBy(resources, ({ module, isData, type, name }) =>
      nameOf(moduleAddressOf(module), isData, type, name),
    );
    this.byId = new Map(resources.flatMap((one) => idsOf(one).map((id) => [id, one] as const)));
    this.moduleKeys = new Map();
    for (const { module } of resources) {
      module.forEach(({ name, key }, depth) => {
        const parent = `${moduleAddressOf(module.slice(0, depth))} ${name}`;
        getOrInsert(this.moduleKeys, parent, () => new Set()).add(key);
      });
    }
  }

  /** All instances of a resource in an instance of a module. */
  named(
    module: readonly ModuleStep[],
    isData: boolean,
    type: string,
    name: string,
  ): readonly TerraformResource[] {
    return this.byName.get(nameOf(moduleAddressOf(module), isData, type, name)) ?? [];
  }

  /** Ids are written with the place in front of them, or without. */
  withId(id: string): TerraformResource | null {
    return this.byId.get(bare(id)) ?? null;
  }

  /** Keys of the instances of a module that is called by another. */
  keysOf(module: readonly ModuleStep[], name: string): readonly InstanceKey[] {
    return [...(this.moduleKeys.get(`${moduleAddressOf(module)} ${name}`) ?? [])];
  }
}

function nameOf(module: string, isData: boolean, type: string, name: string): string {
  return `${module} ${isData ? "data " : ""}${type} ${name}`;
}

function idsOf({ values: { id } }: TerraformResource): string[] {
  return typeof id === "string" && id !== "" ? [bare(id)] : [];
}

function bare(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
