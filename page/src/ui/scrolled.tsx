import type { ComponentChildren, VNode } from "preact";

/** What may be wider than the window, such as a table: it is scrolled by itself, by keyboard too. */
export function Scrolled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a pointer there is no other way to scroll it
    <section class="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
