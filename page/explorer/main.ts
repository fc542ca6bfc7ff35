import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./explorer.css";
import { asked, type Tab } from "./asked";
import { labelEditors } from "./labels";
import { tabsToStartFrom } from "./tabs";

const root = document.getElementById("explorer") as HTMLElement;
/** What the server says of itself, and the nonce that its policy lets style sheets in with: dialogs add one when they open. */
const { nonce = "", introspection, operations, page } = root.dataset;
setNonce(nonce);
labelEditors(root);

const linked = asked(location.search);
// A reload shows what was typed since, and not what the link held.
if (linked !== null) history.replaceState(null, "", location.pathname);
const offered = tabsToStartFrom(operations === "on");
const tabs = linked === null ? offered : [linked, ...offered];

createRoot(root).render(
  createElement(
    GraphiQL,
    {
      async fetcher(parameters, options) {
        const response = await fetch(location.pathname, {
          method: "POST",
          headers: { accept: "application/json", "content-type": "application/json", ...options?.headers },
          body: JSON.stringify(parameters),
        });
        return response.json();
      },
      // Where the schema is not told, it is not asked for.
      ...(introspection === "off" ? { schema: null } : {}),
      defaultTabs: tabs,
      ...(linked !== null || isNew() ? (tabs[0] as Tab) : {}),
      defaultEditorToolsVisibility: "variables",
      shouldPersistHeaders: false,
    },
    createElement(GraphiQL.Logo, null, page === "on" ? linkToPage() : "Footprint Graph"),
  ),
);

/** Nobody used it in this browser before: GraphiQL keeps tabs from visit to visit. */
function isNew(): boolean {
  return localStorage.getItem("graphiql:tabState") === null;
}

function linkToPage() {
  const href = location.pathname.endsWith("/") ? "../" : "./";
  return createElement("a", { className: "graphiql-logo-link", href }, "Footprint Graph");
}
