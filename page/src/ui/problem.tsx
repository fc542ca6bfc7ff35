import type { ComponentChildren, VNode } from "preact";

/** Something went wrong, in words, and what can be done. */
export function Problem({
  message,
  children,
}: {
  readonly message: string;
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <div class="problem" role="alert">
      <p>{message}</p>
      {children}
    </div>
  );
}
