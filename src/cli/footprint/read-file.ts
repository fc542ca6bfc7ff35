import { readFile } from "node:fs/promises";
import { messageOf } from "../../core/helpers";
import { badRequest } from "../../library/failure";
import type { Io } from "./io";

/** The bytes of a file, or of stdin for `-`. @throws FootprintError naming the file */
export async function readFileOrInput(file: string, field: string, io: Io): Promise<Uint8Array> {
  if (file === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of io.input()) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(file);
  } catch (error) {
    throw badRequest(field, `${file} cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ""] ?? error.message;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it is not allowed",
};

/** A usage file: YAML, which includes JSON. */
export async function readUsage(file: string, io: Io): Promise<unknown> {
  const text = Buffer.from(await readFileOrInput(file, "usage", io)).toString("utf8");
  const { parse } = await import("yaml");
  try {
    return parse(text, { schema: "core", maxAliasCount: 0 }) ?? {};
  } catch (error) {
    throw badRequest("usage", `${file} is no YAML: ${messageOf(error).split("\n")[0]}`);
  }
}
