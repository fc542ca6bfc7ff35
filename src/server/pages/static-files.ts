import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

/** Content security policy of the page: this server only, nothing inline. */
const POLICY = [
  "default-src 'none'",
  ...["script-src", "style-src", "img-src", "font-src", "connect-src"].map((kind) => `${kind} 'self'`),
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every file. */
const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
} as const;

const A_YEAR = 31_536_000;

/** The web page: static files in a folder. */
export interface StaticFiles {
  /** False where it is not built. */
  readonly isBuilt: boolean;
  /** Whether there is such a file, which is then sent. */
  answer(request: IncomingMessage, response: ServerResponse, requestId: string): boolean;
}

export interface StaticFilesOptions {
  /** Whether precompressed files are sent. */
  readonly compression: boolean;
}

/** @param folder as the build leaves it: `index.html`, and `assets` whose names change with what is in them */
export function staticFilesIn(folder: string, { compression }: StaticFilesOptions): StaticFiles {
  const serve = sirv(folder, {
    // Looks for each file on request. A list from the start would contain files that the next build removes, and
    // the error of opening one would end the process.
    dev: true,
    etag: true,
    brotli: compression,
    gzip: compression,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      const isNamedByContent = path.startsWith("/assets/");
      response.setHeader(
        "Cache-Control",
        isNamedByContent ? `public, max-age=${A_YEAR}, immutable` : "no-cache",
      );
    },
  });
  return {
    get isBuilt() {
      return existsSync(join(folder, "index.html"));
    },
    answer(request, response, requestId) {
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      // Files are small, so range requests are ignored, as HTTP allows.
      delete request.headers.range;
      response.setHeader("x-request-id", requestId);
      let isThere = true;
      serve(request, response, () => {
        isThere = false;
      });
      if (!isThere) response.removeHeader("x-request-id");
      return isThere;
    },
  };
}
