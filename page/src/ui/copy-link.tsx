import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The address is the link: it holds all that is set. */
export function CopyLink(): VNode {
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 4_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied("yes");
    } catch {
      // Without a secure context a browser lets no page write there.
      setCopied("no");
    }
  };
  return (
    <p class="copy">
      <button type="button" onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status">
        {copied === "yes" && "Copied."}
        {copied === "no" && "This browser does not let the page copy: take it from the address bar."}
      </span>
    </p>
  );
}
