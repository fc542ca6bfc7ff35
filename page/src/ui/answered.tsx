import type { ComponentChildren, VNode } from "preact";

interface AnsweredProps {
  /** Whether what is shown is of another question than the one that is asked now. */
  readonly isOld: boolean;
  readonly isWaiting: boolean;
  readonly children: ComponentChildren;
}

/** What the graph answered. What is of the question before stays, so that nothing jumps, but is marked as such. */
export function Answered({ isOld, isWaiting, children }: AnsweredProps): VNode {
  return (
    <div class={isOld ? "answered old" : "answered"} aria-busy={isWaiting}>
      {isOld && (
        <p class="of-before">
          {isWaiting ? "From before your last change: not answered yet" : "From before your last change"}
        </p>
      )}
      <div class="answer">{children}</div>
    </div>
  );
}
