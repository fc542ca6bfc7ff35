import type { Command } from "commander";
import type { Footprints } from "../../answers";
import type { ExitCode } from "./exit-codes";
import type { Io } from "./io";

/** The program with the command that is asked for, and what is left to read. */
export interface BuiltProgram {
  readonly program: Command;
  readonly args: readonly string[];
}

/** What a command works with. */
export interface Context {
  readonly io: Io;
  /** What answers. Opened once, closed at the end. */
  readonly footprints: () => Promise<Footprints>;
  /** The program for other arguments: what completion looks into. */
  readonly program: (args: readonly string[]) => Promise<BuiltProgram>;
  /** What the command ends with; done when nothing sets it. */
  exitCode: ExitCode;
}

/** A command, in a file of its own that is loaded when it is asked for. */
export interface CommandModule {
  /**
   * Adds arguments, options and what is done.
   * @param args what follows the name of the command
   * @returns the arguments to read, where they are others than those
   */
  build(command: Command, context: Context, args: readonly string[]): BuiltArgs | Promise<BuiltArgs>;
}

type BuiltArgs = readonly string[] | undefined;
