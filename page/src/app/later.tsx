import { signal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { loadPart, PageUpdated } from "../api/load";
import { Problem } from "../ui/problem";

/** A lazily loaded component, so that the first view does not wait for its code. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded = signal<{ readonly Now: ComponentType<Props> } | null>(null);
  return function Later(props: Props): VNode {
    const [isUpdated, setUpdated] = useState(false);
    useEffect(() => {
      if (loaded.value !== null) return;
      const giveUp = new AbortController();
      const put = async (): Promise<void> => {
        try {
          loaded.value = { Now: await loadPart(load, giveUp.signal) };
        } catch (error) {
          if (giveUp.signal.aborted) return;
          if (!(error instanceof PageUpdated)) throw error;
          setUpdated(true);
        }
      };
      void put();
      return () => giveUp.abort();
    }, []);
    if (loaded.value !== null) {
      const { Now } = loaded.value;
      return <Now {...props} />;
    }
    if (!isUpdated)
      return (
        <div class="view">
          <h1 class="unseen">Loading</h1>
          <p class="wait">Loading …</p>
        </div>
      );
    return (
      <Problem message="The graph was updated since this page was opened. What is set stays when the page is loaded anew.">
        <button type="button" onClick={() => location.reload()}>
          Load the page anew
        </button>
      </Problem>
    );
  };
}
