import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { address, go } from "./address";
import { writeAddress } from "./address-text";
import { Away } from "./away";
import { KeyDialog } from "./key-dialog";
import { SchemeSwitch } from "./scheme-switch";
import { isView, VIEWS, viewOf } from "./views";

/** The frame of every view: title, navigation, and the open view. */
export function Page(): VNode {
  const { settings, view } = address.value;
  const open = viewOf(view);
  useEffect(() => {
    document.title = `${open.title} · Footprint Graph`;
  }, [open]);
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
        Skip to the content
      </button>
      <header class="top">
        <a class="name" href={writeAddress({ view: VIEWS[0].id, settings: {} })}>
          Footprint Graph
        </a>
        <nav aria-label="Views">
          <ul>
            {VIEWS.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={writeAddress({ view: id, settings: {} })}
                  aria-current={id === open.id ? "page" : undefined}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SchemeSwitch />
      </header>
      <Away />
      <main id="main" tabIndex={-1}>
        {!isView(view) && (
          <div class="problem" role="alert">
            <p>
              There is no view “{view.slice(0, 40)}”: here is {open.title} instead.
            </p>
          </div>
        )}
        <open.Show settings={settings} change={(next, how) => go({ view: open.id, settings: next }, how)} />
      </main>
      <footer class="bottom">
        <p>
          Every figure is computed by the public GraphQL API at <a href="graphql">/graphql</a>
          {"; "}
          <a href="schema.graphql">its schema</a>.
        </p>
      </footer>
      <KeyDialog />
    </>
  );
}
