import { type Command, Option } from "commander";

const FORMATS = ["table", "json", "csv", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  readonly format?: Format;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly markdown?: boolean;
  readonly quiet?: boolean;
  readonly server?: string;
}

/** Output options of every command with a result. */
export function addOutputOptions(command: Command): void {
  command
    .optionsGroup("Output:")
    .addOption(new Option("--format <format>", "how to answer").choices(FORMATS))
    .addOption(new Option("--json", "the whole answer as JSON").conflicts(["format", "csv", "markdown"]))
    .addOption(new Option("--csv", "as CSV, for a spreadsheet").conflicts(["format", "markdown"]))
    .addOption(new Option("--markdown", "as Markdown, for a comment or a page").conflicts("format"))
    .option("-q, --quiet", "the figure alone");
}

/** Option of commands that a running server can answer, too. */
export function addServerOption(command: Command): void {
  command.option("--server <url>", "ask the graph that is served there (FOOTPRINT_SERVER)");
}

export function formatOf({ format, json, csv, markdown }: OutputOptions): Format {
  if (format !== undefined) return format;
  if (json) return "json";
  if (csv) return "csv";
  return markdown ? "markdown" : "table";
}
