import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Column, day, eachRecord, number, optionalNumber, text } from "../../../src/core/factors";

/** One estimate that the operator published for an Instance type in a zone, per hour of use. */
export interface RecordedInstance {
  readonly recordedOn: string;
  readonly type: string;
  readonly zone: string;
  readonly kgCo2e: number;
  /** Null where the operator publishes no water. */
  readonly m3Water: number | null;
  readonly source: string;
}

/** One estimate for a whole server, with the power and manufacturing total that it implies. */
export interface RecordedBareMetal {
  readonly recordedOn: string;
  readonly offer: string;
  readonly zone: string;
  readonly powerW: number;
  readonly manufacturingKg: number;
  readonly kgCo2e: number;
  readonly m3Water: number;
}

export function recordedInstances(folder: string): RecordedInstance[] {
  const columns = {
    recorded_on: day(),
    type: text(),
    zone: text(),
    kg_co2e_per_h: number("kgCO2e", { min: 0 }),
    m3_water_per_h: optionalNumber("m3", { min: 0 }),
    source: text(),
  };
  return readRows(folder, "recorded-estimates", columns).map((row) => ({
    recordedOn: row.recorded_on,
    type: row.type,
    zone: row.zone,
    kgCo2e: row.kg_co2e_per_h,
    m3Water: row.m3_water_per_h,
    source: row.source,
  }));
}

export function recordedBareMetal(folder: string): RecordedBareMetal[] {
  const columns = {
    recorded_on: day(),
    offer: text(),
    zone: text(),
    power_w: number("W", { min: 1 }),
    manufacturing_kg_co2e: number("kgCO2e", { min: 1 }),
    kg_co2e_per_h: number("kgCO2e", { min: 0 }),
    m3_water_per_h: number("m3", { min: 0 }),
  };
  return readRows(folder, "bare-metal-estimates", columns).map((row) => ({
    recordedOn: row.recorded_on,
    offer: row.offer,
    zone: row.zone,
    powerW: row.power_w,
    manufacturingKg: row.manufacturing_kg_co2e,
    kgCo2e: row.kg_co2e_per_h,
    m3Water: row.m3_water_per_h,
  }));
}

type RowFrom<C extends Record<string, Column<unknown>>> = { [K in keyof C]: ReturnType<C[K]["parse"]> };

/** Evidence carries a source alone, without confidence or validity: it is what the sources of others cite. */
function readRows<C extends Record<string, Column<unknown>>>(
  folder: string,
  name: string,
  columns: C,
): RowFrom<C>[] {
  const file = join(folder, `${name}.csv`);
  const wanted = Object.entries(columns);
  const rows: RowFrom<C>[] = [];
  let places: readonly number[] | undefined;
  eachRecord(readFileSync(file, "utf8"), (cells, line) => {
    if (places === undefined) {
      places = wanted.map(([column]) => cells.indexOf(column));
      return;
    }
    const row: Record<string, unknown> = {};
    for (const [index, [column, { parse }]] of wanted.entries()) {
      try {
        row[column] = parse(cells[places[index] as number] ?? "");
      } catch (error) {
        throw new Error(`${file}, row ${line}, column ${column}: ${(error as Error).message}`);
      }
    }
    rows.push(row as RowFrom<C>);
  });
  return rows;
}
