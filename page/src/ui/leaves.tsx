import type { VNode } from "preact";

/** One to three leaves, as in the operator's order form: three for the lowest kgCO2e per kWh. */
export function Leaves({ of }: { readonly of: number }): VNode {
  return (
    <span class="leaves" role="img" aria-label={`${of} of 3 leaves`}>
      {[1, 2, 3].map((leaf) => (
        <svg key={leaf} viewBox="0 0 16 16" class={leaf <= of ? "full" : "empty"} aria-hidden="true">
          <path d="M2 14C2 6 7 2 14 2c0 7-4 12-10 11M2 14 9 7" />
        </svg>
      ))}
    </span>
  );
}
