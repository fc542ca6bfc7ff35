import type { VNode } from "preact";
import { connection, connectionState } from "../api/graph-connection";

/** Banner above every view while the server is unreachable: the reason, and when it retries. */
export function Away(): VNode | null {
  const { away, isTrying } = connectionState.value;
  return (
    <div class="away" role="alert">
      {away !== null && (
        <div>
          <p>{away.replace(/\.?$/, ".")} It is asked again by itself, and what is set stays.</p>
          <button type="button" aria-disabled={isTrying} onClick={() => connection.tryAgain()}>
            {isTrying ? "Trying …" : "Try again"}
          </button>
        </div>
      )}
    </div>
  );
}
