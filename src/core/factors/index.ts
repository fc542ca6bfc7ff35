export {
  type Column,
  day,
  list,
  number,
  oneOf,
  optionalDay,
  optionalNumber,
  optionalText,
  optionalUrl,
  PROVENANCE,
  text,
} from "./column";
export { eachRecord } from "./csv-records";
export { type DataFolder, DataReader } from "./data-folder";
export { FactorBook } from "./factor-book";
export { FactorReader } from "./factor-reader";
export { factorTable, UNITS } from "./factor-table";
export { FactorsInForce } from "./factors-in-force";
export { requireNames } from "./known-names";
export { loadOtherNames, OTHER_NAMES_COLUMNS, OtherNames, type OtherNamesTable } from "./other-names";
export { DataError, describeProblem, type Problem } from "./problem";
export { cellValue, type DatedRow, defineTable, parseTable, type RowOf, type Table } from "./table";
