import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { enterKey, refusal } from "./key";

/** Dialog for the API key: opens when a request is refused without one. */
export function KeyDialog(): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const message = refusal.value;
  useEffect(() => {
    if (message !== null && dialog.current?.open === false) dialog.current.showModal();
    if (message === null) dialog.current?.close();
  }, [message]);
  const submit = (event: Event): void => {
    event.preventDefault();
    enterKey(input.current?.value.trim() ?? "");
    if (input.current !== null) input.current.value = "";
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="key-title"
      class="key"
      // Closed without a key: the next refusal opens it again.
      onClose={() => {
        refusal.value = null;
      }}
    >
      <form method="dialog" onSubmit={submit}>
        <h2 id="key-title">This graph wants a key</h2>
        <p>{message}</p>
        <label for="key">API key or token</label>
        <input id="key" ref={input} type="password" autocomplete="off" required spellcheck={false} />
        <p class="hint">
          It is kept in this tab alone, sent to this graph alone, and forgotten when the tab is closed.
        </p>
        <button type="submit" class="primary">
          Use this key
        </button>
      </form>
    </dialog>
  );
}
