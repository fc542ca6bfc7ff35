import { readFile } from "node:fs/promises";
import { badRequest } from "../../answers/failure";
import type { Io } from "./io";

/** What has a file, or stdin for `-`. @throws FootprintError for one that cannot be read */
export async function readInputFile(file: string, { input }: Io): Promise<Buffer> {
  if (file === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of input()) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(file);
  } catch (error) {
    throw badRequest("file", `${file} cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  return code === "EACCES" ? "it is not allowed" : message;
}
