import type { CommandModule } from "../context";

/** A command as `footprint --help` lists it; its file is loaded when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

/** The commands, in the order of the help. To add one: a file beside this one, and a line here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "estimate",
    summary: "what a resource emits and draws: estimate instance PRO2-S --zone fr-par-2",
    load: async () => (await import("./estimate")).estimateCommand,
  },
  {
    name: "terraform",
    summary: "what a Terraform plan or state emits, and what it changes: terraform plan.json",
    load: async () => (await import("./terraform")).terraformCommand,
  },
];
