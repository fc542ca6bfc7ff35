import { join } from "node:path";
import { definePlugin } from "../../../src/plugin-kit";
import { ManagedDatabaseCalculator } from "./calculator";
import { DatabaseCatalogue, loadCatalogue } from "./catalogue";
import { ManagedDatabasePresenter, ManagedDatabaseQueries } from "./graphql";
import { ManagedDatabase, ManagedDatabaseInput } from "./types";

/** Managed Databases for PostgreSQL. */
export const managedDatabases = definePlugin({
  kind: "managedDatabase",
  product: {
    id: "managedDatabase",
    name: "Managed Databases for PostgreSQL",
    serviceCategory: "Managed Databases",
    description: "A PostgreSQL database on nodes of its own, with volumes, backups and read replicas.",
  },
  calculator: ManagedDatabaseCalculator,
  graphql: {
    input: ManagedDatabaseInput,
    resource: ManagedDatabase,
    resolvers: [ManagedDatabaseQueries],
    presenter: ManagedDatabasePresenter,
  },
  setUp: (setup) => {
    setup.scope.registerInstance(DatabaseCatalogue, loadCatalogue(setup, join(__dirname, "data")));
  },
});
