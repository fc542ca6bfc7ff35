import type { Settings } from "./address-text";

/** What a view is given: what the address says of it, and a way to say something else. */
export interface ViewProps {
  readonly settings: Settings;
  /** All settings anew. `push` for what somebody may want to go back from, `replace` while it is typed. */
  readonly change: (settings: Settings, how: "push" | "replace") => void;
}
