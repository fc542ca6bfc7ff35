import { badInput, type DomainError } from "../../core/errors";
import { parseJson } from "../../core/lang";

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
  const text = textIn(bytes);
  if (text.trim() === "") throw refused("The file is empty.");
  if (/^\s*\[command\]/.test(text)) {
    throw refused(
      "The wrapper of hashicorp/setup-terraform has written lines of its own around the JSON: set terraform_wrapper: false in its step.",
      null,
    );
  }
  return parseJson(text, () => notJson(text));
}

export function refused(what: string, how: string | null = HOW): DomainError {
  return badInput("plan", how === null ? what : `${what} ${how}`);
}

function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // Redirections of Windows PowerShell are UTF-16.
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function notJson(text: string): DomainError {
  const lines = text.trim().split("\n", 2);
  if (lines.length === 2 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) {
    return /"@level"|"@message"/.test(lines[0] as string)
      ? refused("This is the log of a run (-json), which does not have the resources of the plan.")
      : refused("The file has several JSON documents: give them one by one.", null);
  }
  if (
    /^\s*(#|\/\/|terraform\s*\{|(resource|variable|provider|module|data|output)\s+"|locals\s*\{)/.test(text)
  ) {
    return refused(
      "This is configuration, not a plan: what it becomes is known when it is planned. Run: terraform plan -out plan.out, then",
    );
  }
  if (/^\s*[[{]/.test(text)) return refused("The file is no complete JSON: it is cut off or was changed.");
  if (/Terraform (will perform|used the selected)|OpenTofu (will perform|used the selected)/.test(text)) {
    return refused("This is a plan as people read it, without -json.");
  }
  return refused("The file is no JSON.");
}
