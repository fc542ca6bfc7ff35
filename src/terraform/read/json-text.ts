import { gunzipSync } from "node:zlib";
import { badInput, type DomainError } from "../../core/errors";
import { parseJson } from "../../core/helpers";

const HOW = "Run: terraform show -json plan.out > plan.json";

/**
 * The JSON value of a file, in the encodings that shells write it in.
 * @throws DomainError BAD_USER_INPUT that says what the file is instead, and what to run
 */
export function jsonIn(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw refused("The file is empty.");
  // A saved plan is an archive.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw refused("This is a saved plan, which only Terraform itself can read.");
  const text = textIn(bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes);
  if (text.trim() === "") throw refused("The file is empty.");
  if (/^\s*\[command\]/.test(text)) {
    throw refused(
      "The wrapper of hashicorp/setup-terraform has written lines of its own around the JSON: set terraform_wrapper: false in its step.",
      null,
    );
  }
  return parseJson(documentIn(text), () => notJson(text));
}

/** Programs that run Terraform write lines of their own around the document, which is one line. */
function documentIn(text: string): string {
  if (/^\s*[[{]/.test(text)) return text;
  const documents = text.split("\n").filter((line) => /^\s*\{"format_version"/.test(line));
  if (documents.length > 1) throw several();
  return documents[0] ?? text;
}

/** More than any plan has, and less than what fills the memory [bytes]. */
const MOST_UNPACKED = 512 * 1024 * 1024;

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch {
    throw refused(
      "The file is packed with gzip, and cannot be unpacked: it is cut off, damaged or too large.",
      null,
    );
  }
}

function several(): DomainError {
  return refused("The file has several JSON documents: give them one by one.", null);
}

export function refused(what: string, how: string | null = HOW): DomainError {
  return badInput("plan", how === null ? what : `${what} ${how}`);
}

function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // Redirections of Windows PowerShell are UTF-16, mostly with a mark; what is JSON begins with a sign that has a zero beside it.
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const encoding = isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function notJson(text: string): DomainError {
  const lines = text.trim().split("\n", 2);
  if (lines.length === 2 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) {
    return /"@level"|"@message"/.test(lines[0] as string)
      ? refused("This is the log of a run (-json), which does not have the resources of the plan.")
      : several();
  }
  if (
    /^\s*(#|\/\/|terraform\s*\{|(resource|variable|provider|module|data|output)\s+"|locals\s*\{)/.test(text)
  ) {
    return refused(
      "This is configuration, not a plan: what it becomes is known when it is planned.",
      HOW.replace("Run: ", "Run: terraform plan -out plan.out && "),
    );
  }
  if (/^\s*[[{]/.test(text)) return refused("The file is not complete JSON: it is truncated or was changed.");
  if (/Terraform (will perform|used the selected)|OpenTofu (will perform|used the selected)/.test(text)) {
    return refused("This is a plan as people read it, without -json.");
  }
  return refused("The file is no JSON.");
}
