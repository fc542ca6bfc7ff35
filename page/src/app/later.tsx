import { signal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { Problem } from "../ui/problem";

/** A component whose code is loaded when it is first shown: the first view does not wait for it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded = signal<{ readonly Now: ComponentType<Props> } | null>(null);
  const hasFailed = signal(false);
  return function Later(props: Props): VNode {
    useEffect(() => {
      if (loaded.value !== null) return;
      hasFailed.value = false;
      load().then(
        (Now) => {
          loaded.value = { Now };
        },
        () => {
          hasFailed.value = true;
        },
      );
    }, []);
    if (loaded.value !== null) {
      const { Now } = loaded.value;
      return <Now {...props} />;
    }
    if (hasFailed.value) {
      return (
        <Problem message="This part of the page could not be loaded. Reload the page: the graph may have been updated." />
      );
    }
    return <p class="wait">Loading …</p>;
  };
}
