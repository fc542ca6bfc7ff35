import type { VNode } from "preact";
import { CopyButton } from "./copy-button";

/** The address is the link: it holds all that is set. */
export function CopyLink(): VNode {
  return (
    <p class="copy">
      <CopyButton text={() => location.href} otherwise="take it from the address bar">
        Copy link
      </CopyButton>
    </p>
  );
}
