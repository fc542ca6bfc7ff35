import { badInput, type Places } from "../../../src/plugin-kit";
import type { DatabaseCatalogue, NodeTypeRow } from "./catalogue";

/** What a footprint of a database is asked with. */
export interface ManagedDatabaseSpec {
  /** Name of the node type, for example DB-PRO2-XXS. */
  readonly nodeType: string;
  readonly zone: string;
  /** A second node stands by; default false. */
  readonly highAvailability?: boolean | null;
  /** Default 0. */
  readonly readReplicas?: number | null;
  /** Size of the volume of each node [GB]. */
  readonly storageGb: number;
  /** Average of the backups that are kept [GB]; default 0. */
  readonly backupGb?: number | null;
}

export interface CheckedSpec {
  readonly nodeType: NodeTypeRow;
  readonly zone: string;
  readonly region: string;
  /** 1, or 2 with high availability. */
  readonly mainNodes: number;
  readonly readReplicas: number;
  /** [GB] */
  readonly storageGb: number;
  /** [GB] */
  readonly backupGb: number;
}

/**
 * Checks what is the database's own; what an Instance or a volume can be, their products check.
 * @throws DomainError UNKNOWN_NODE_TYPE, UNKNOWN_ZONE or BAD_USER_INPUT.
 */
export function checkSpec(
  spec: ManagedDatabaseSpec,
  catalogue: DatabaseCatalogue,
  places: Places,
): CheckedSpec {
  const nodeType = catalogue.nodeType(spec.nodeType, "input.nodeType");
  const place = places.zone(spec.zone, "input.zone");
  const readReplicas = spec.readReplicas ?? 0;
  const most = catalogue.mostReadReplicas;
  if (!(Number.isInteger(readReplicas) && readReplicas >= 0 && readReplicas <= most)) {
    const wanted = `readReplicas must be a whole number from 0 to ${most}`;
    throw badInput("input.readReplicas", `${wanted}, got ${readReplicas}.`);
  }
  return {
    nodeType,
    zone: place.name,
    region: place.region,
    mainNodes: spec.highAvailability ? 2 : 1,
    readReplicas,
    storageGb: requireSize(spec.storageGb, "storageGb"),
    backupGb: requireSize(spec.backupGb ?? 0, "backupGb"),
  };
}

function requireSize(gb: number, field: keyof ManagedDatabaseSpec): number {
  if (Number.isFinite(gb) && gb >= 0) return gb;
  throw badInput(`input.${field}`, `${field} must be a size in GB, at least 0, got ${gb}.`);
}
