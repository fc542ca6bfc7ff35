import { inject, injectable } from "tsyringe";
import { Arg, Query, Resolver } from "type-graphql";
import { PLACES, type Places, type ResourcePresenter } from "../../../src/plugin-kit";
import { DatabaseCatalogue } from "./catalogue";
import { checkSpec, type ManagedDatabaseSpec } from "./spec";
import { ManagedDatabase, ManagedDatabaseInput, ManagedDatabaseNodeType } from "./types";

@injectable()
export class ManagedDatabasePresenter implements ResourcePresenter {
  constructor(
    @inject(DatabaseCatalogue) private readonly catalogue: DatabaseCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  /** @throws DomainError as {@link checkSpec} does. */
  present(spec: ManagedDatabaseSpec): ManagedDatabase {
    return new ManagedDatabase(spec, checkSpec(spec, this.catalogue, this.places));
  }
}

@injectable()
@Resolver()
export class ManagedDatabaseQueries {
  constructor(
    @inject(ManagedDatabasePresenter) private readonly presenter: ManagedDatabasePresenter,
    @inject(DatabaseCatalogue) private readonly catalogue: DatabaseCatalogue,
  ) {}

  @Query(() => ManagedDatabase, {
    nullable: true,
    description:
      "A Managed Database as it is, or would be, used. Errors: UNKNOWN_NODE_TYPE, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  })
  managedDatabase(
    @Arg("input", () => ManagedDatabaseInput, { description: "Which nodes, where, and what they keep." })
    input: ManagedDatabaseInput,
  ): ManagedDatabase {
    return this.presenter.present(input);
  }

  @Query(() => [ManagedDatabaseNodeType], { description: "Every node type of Managed Databases." })
  managedDatabaseNodeTypes(): ManagedDatabaseNodeType[] {
    return this.catalogue.nodeTypes.map((row) => new ManagedDatabaseNodeType(row));
  }
}
