import type { ComponentChildren, VNode } from "preact";

/** An error message, with a possible remedy. */
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
