import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { copyText } from "./copy-text";

interface CopyButtonProps {
  readonly text: () => string;
  /** What to do where the browser lets no page copy. */
  readonly otherwise: string;
  readonly children: string;
}

/** Copies a text, and says whether the browser let it. */
export function CopyButton({ text, otherwise, children }: CopyButtonProps): VNode {
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 4_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    setCopied((await copyText(text())) ? "yes" : "no");
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {children}
      </button>{" "}
      <span role="status">
        {copied === "yes" && "Copied."}
        {copied === "no" && `This browser does not let the page copy: ${otherwise}.`}
      </span>
    </>
  );
}
