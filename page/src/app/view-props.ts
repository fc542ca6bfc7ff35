import type { Settings } from "./address-text";

/** Props of a view: its settings in the URL, and a way to change them. */
export interface ViewProps {
  readonly settings: Settings;
  /** Replaces all settings. `push` adds an entry to the history, `replace` is for typing. */
  readonly change: (settings: Settings, how: "push" | "replace") => void;
}
