import type { Page } from "playwright-core";

/** Chromium says so on the console, as an error, when a page breaks its policy. */
const KINDS = new Set(["error", "warning"]);

/** Notes what a page of ours never does. The list grows as it happens. */
export function watch(page: Page, origin: string): string[] {
  const problems: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!isOwn(url, origin)) problems.push(`request to another host: ${url.slice(0, 200)}`);
  });
  page.on("console", (message) => {
    // Where a page names no icon, the browser asks for this one by itself.
    if (message.location().url === `${origin}/favicon.ico`) return;
    if (KINDS.has(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error of a script: ${error.message}`));
  page.on("websocket", (socket) => problems.push(`web socket: ${socket.url()}`));
  return problems;
}

/** Of the graph, or made by the page itself. */
function isOwn(url: string, origin: string): boolean {
  return url === origin || url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
}
