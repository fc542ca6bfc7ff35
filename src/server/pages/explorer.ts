import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type StaticFiles, type StaticFilesOptions, staticFilesIn } from "./static-files";

/** GraphiQL, for browsers that open the address of the graph. */
export interface Explorer {
  /** Files of the page: `/assets/…`. */
  readonly files: StaticFiles;
  /** @param isBelow whether the URL ended with a slash, so that relative paths begin one folder further up */
  page(isBelow: boolean): ExplorerPage;
}

interface ExplorerPage {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface ExplorerOptions extends StaticFilesOptions {
  /** As the build leaves it: `index.html`, and `assets` that are served beside the graph. */
  readonly folder: string;
  /** Whether the published operations are valid here, so that the tabs can show them. */
  readonly hasOperations: boolean;
}

/** What the explorer must know of this server. */
export interface ExplorerSurroundings {
  /** Whether introspection is enabled; otherwise the explorer does not request it. */
  readonly introspection: boolean;
  /** Whether the page is served, so that the explorer links to it. */
  readonly page: boolean;
}

/** Null where it is not built. */
export function explorerIn(
  { folder, hasOperations, compression }: ExplorerOptions,
  { introspection, page: hasPage }: ExplorerSurroundings,
): Explorer | null {
  const html = textOf(join(folder, "index.html"));
  if (html === undefined) return null;
  const settings = Object.entries({ introspection, operations: hasOperations, page: hasPage })
    .map(([name, isOn]) => `data-${name}="${isOn ? "on" : "off"}"`)
    .join(" ");
  return {
    files: staticFilesIn(folder, { compression }),
    page(isBelow) {
      const nonce = randomBytes(16).toString("base64");
      const body = html.replace('id="explorer"', `id="explorer" data-nonce="${nonce}" ${settings}`);
      return {
        headers: [
          ["content-type", "text/html; charset=utf-8"],
          ["content-security-policy", policyWith(nonce)],
          ["x-content-type-options", "nosniff"],
          ["referrer-policy", "no-referrer"],
          ["cross-origin-opener-policy", "same-origin"],
        ],
        body: isBelow ? body.replaceAll('="./', '="../') : body,
      };
    },
  };
}

/** Content security policy: scripts and requests of this server only. Fonts are inline in the style sheet, and dialogs add inline styles. */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
