import type { ComponentChildren, VNode } from "preact";

interface AnsweredProps {
  /** Whether the content is not of the present input. */
  readonly isOld: boolean;
  readonly isWaiting: boolean;
  readonly children: ComponentChildren;
}

/** Content of a response. The previous one stays until the next, so that nothing jumps, but is marked as outdated. */
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
