const EDITORS = {
  ".graphiql-query-editor textarea": "Query",
  ".graphiql-editor-tool .graphiql-editor:nth-of-type(1) textarea": "Variables",
  ".graphiql-editor-tool .graphiql-editor:nth-of-type(2) textarea": "Headers",
  ".result-window textarea": "Answer",
};

/** Names the editors for screen readers, as soon as each is there: they are drawn after the rest. */
export function labelEditors(root: HTMLElement): void {
  const label = (): void => {
    for (const [selector, name] of Object.entries(EDITORS))
      for (const editor of root.querySelectorAll(`${selector}:not([aria-label])`))
        editor.setAttribute("aria-label", name);
  };
  new MutationObserver(label).observe(root, { childList: true, subtree: true });
}
