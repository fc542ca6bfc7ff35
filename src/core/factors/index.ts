export * from "./column";
export { type DataFolder, DataReader } from "./data-folder";
export { FactorBook } from "./factor-book";
export { factorTable, UNITS } from "./factor-table";
export { DataError, describeProblem, type Problem } from "./problem";
export { cellFactor, defineTable, parseTable, type RowOf, type Table } from "./table";
