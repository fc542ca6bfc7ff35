import { inject, injectable } from "tsyringe";
import {
  type CalculationContext,
  type Footprint,
  footprintOf,
  type ProductCalculator,
} from "../../../src/plugin-kit";
import { DatabaseCatalogue } from "./catalogue";
import { backups, controlPlane, nodes, volumes } from "./parts";
import { checkSpec, type ManagedDatabaseSpec } from "./spec";

const VOLUMES = "Each node is taken to have a volume of its own, of the size asked for.";

/**
 * Managed Databases for PostgreSQL: nodes, their volumes, backups, and a share of a control plane for each node.
 * Everything is asked of other products. Source: method page on Managed Databases.
 */
@injectable()
export class ManagedDatabaseCalculator implements ProductCalculator<ManagedDatabaseSpec> {
  readonly kind = "managedDatabase";
  readonly composes = ["instance", "blockVolume", "objectBucket"];

  constructor(@inject(DatabaseCatalogue) private readonly catalogue: DatabaseCatalogue) {}

  async calculate(spec: ManagedDatabaseSpec, context: CalculationContext): Promise<Footprint> {
    const checked = checkSpec(spec, this.catalogue, context.places);
    const { mainNodes, readReplicas } = checked;
    const count = mainNodes + readReplicas;
    const asked = await Promise.all([
      nodes("Nodes", mainNodes, checked, context),
      readReplicas === 0 ? null : nodes("Read replicas", readReplicas, checked, context),
      volumes(count, checked, this.catalogue, context),
      backups(checked, this.catalogue, context),
      controlPlane(count, checked, this.catalogue, context),
    ]);
    return footprintOf(
      asked.filter((part) => part !== null),
      [VOLUMES],
    );
  }
}
