import type { VNode } from "preact";
import { SCHEMES, scheme } from "./scheme";

const TITLES = { auto: "Auto", light: "Light", dark: "Dark" } as const;

/** Colour scheme: that of the device, light or dark. */
export function SchemeSwitch(): VNode {
  return (
    <fieldset class="segments scheme">
      <legend class="unseen">Colours</legend>
      {SCHEMES.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="scheme"
            checked={scheme.value === one}
            onChange={() => {
              scheme.value = one;
            }}
          />
          <span>{TITLES[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
