import type { VNode } from "preact";
import type { PageFactorFragment } from "../../generated/operations";
import { threeDigits } from "../../text/figures";
import { unitName } from "../../text/unit-names";
import { Marked } from "../../ui/marked";

const CONFIDENCE = { PUBLISHED: "published", DERIVED: "derived", ASSUMED: "assumed" } as const;

/** A factor: its value, source, validity and range. */
export function FactorText({ factor }: { readonly factor: PageFactorFragment }): VNode {
  const { name, source, url, validFrom, validTo, confidence, note, low, high, value, unit, id } = factor;
  return (
    <div class="factor">
      <p>
        {name} <span class={`tag ${CONFIDENCE[confidence]}`}>{CONFIDENCE[confidence]}</span>
      </p>
      <p class="hint">
        {url === null ? (
          <Marked text={source} />
        ) : (
          <a href={url}>
            <Marked text={source} />
          </a>
        )}
      </p>
      <p class="hint">
        <code>{id}</code>: {validity(validFrom, validTo)}
        {(low !== value || high !== value) &&
          `; ${threeDigits(low)} to ${threeDigits(high)} ${unitName(unit)}`}
      </p>
      {note !== null && (
        <p class="hint">
          <Marked text={note} />
        </p>
      )}
    </div>
  );
}

function validity(from: string | null, to: string | null): string {
  if (from === null && to === null) return "for any day";
  if (to === null) return `since ${from}`;
  return from === null ? `until ${to}` : `from ${from} until ${to}`;
}
