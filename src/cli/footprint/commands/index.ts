import type { CommandModule } from "../context";

/** A command as in `footprint --help`; its module is loaded on demand. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Not in the help: for programs. */
  readonly isHidden?: boolean;
  readonly load: () => Promise<CommandModule>;
}

/** The commands, in the order of the help. To add one: a file beside this one, and a line here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "estimate",
    summary: "what a resource emits and draws",
    load: async () => (await import("./estimate")).estimateCommand,
  },
  {
    name: "explain",
    summary: "the same down to formulas, terms and sources",
    load: async () => (await import("./explain")).explainCommand,
  },
  {
    name: "compare",
    summary: "two resources, and what drives the difference",
    load: async () => (await import("./compare")).compareCommand,
  },
  {
    name: "alternatives",
    summary: "the same resource in every other place",
    load: async () => (await import("./alternatives")).alternativesCommand,
  },
  {
    name: "history",
    summary: "how the figure changed, and why",
    load: async () => (await import("./history")).historyCommand,
  },
  {
    name: "portfolio",
    summary: "all lines of a CSV, JSON or NDJSON file, and their sum",
    load: async () => (await import("./portfolio")).portfolioCommand,
  },
  {
    name: "terraform",
    summary: "what a Terraform plan or state emits, and what it changes",
    load: async () => (await import("./terraform")).terraformCommand,
  },
  {
    name: "products",
    summary: "what can be estimated, with all offers and places",
    load: async () => (await import("./products")).productsCommand,
  },
  {
    name: "factors",
    summary: "the numbers that figures rest on, with their sources",
    load: async () => (await import("./factors")).factorsCommand,
  },
  {
    name: "serve",
    summary: "serve the page and the GraphQL API",
    load: async () => (await import("./serve")).serveCommand,
  },
  {
    name: "completion",
    summary: "completion for bash, zsh or fish",
    load: async () => (await import("./completion")).completionCommand,
  },
  {
    name: "complete",
    summary: "what can follow some words, for completion",
    isHidden: true,
    load: async () => (await import("./complete")).completeCommand,
  },
];
