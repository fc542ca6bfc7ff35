import type { Command } from "commander";
import type { Footprints } from "../../library";
import type { ExitCode } from "./exit-codes";
import type { Io } from "./io";

/** The program with the requested command, and the arguments still to parse. */
export interface BuiltProgram {
  readonly program: Command;
  readonly args: readonly string[];
}

/** Context of a command. */
export interface Context {
  readonly io: Io;
  /** Opened once, closed at the end. */
  readonly footprints: () => Promise<Footprints>;
  /** The program for other arguments, for completion. */
  readonly program: (args: readonly string[]) => Promise<BuiltProgram>;
  /** Exit code of the command; by default `done`. */
  exitCode: ExitCode;
}

/** A command, in its own file, loaded on demand. */
export interface CommandModule {
  /**
   * Adds arguments, options and action.
   * @param args the arguments after the name of the command
   * @returns the arguments to parse, if they are others
   */
  build(command: Command, context: Context, args: readonly string[]): BuiltArgs | Promise<BuiltArgs>;
}

type BuiltArgs = readonly string[] | undefined;
