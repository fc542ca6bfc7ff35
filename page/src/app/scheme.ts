import { effect, signal } from "@preact/signals";
import { isPrinting } from "./print";

export type Scheme = "auto" | "light" | "dark";
export const SCHEMES: readonly Scheme[] = ["auto", "light", "dark"];

const STORAGE_KEY = "footprint-graph.scheme";
const dark = matchMedia("(prefers-color-scheme: dark)");

export const scheme = signal<Scheme>(kept());
/** Whether the scheme is dark: charts are redrawn when it changes. */
export const isDark = signal(false);

/** Follows the user's choice, by default the device. */
export function followScheme(): void {
  const deviceIsDark = signal(dark.matches);
  dark.addEventListener("change", ({ matches }) => {
    deviceIsDark.value = matches;
  });
  effect(() => {
    const shown = isPrinting.value ? "light" : scheme.value;
    const { dataset } = document.documentElement;
    if (shown === "auto") delete dataset.scheme;
    else dataset.scheme = shown;
    isDark.value = shown === "auto" ? deviceIsDark.value : shown === "dark";
  });
  effect(() => keep(scheme.value));
}

function kept(): Scheme {
  try {
    const found = localStorage.getItem(STORAGE_KEY);
    return SCHEMES.find((one) => one === found) ?? "auto";
  } catch {
    // Storage can be unavailable.
    return "auto";
  }
}

function keep(chosen: Scheme): void {
  try {
    if (chosen === "auto") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, chosen);
  } catch {
    // Then it lasts until the page is left.
  }
}
