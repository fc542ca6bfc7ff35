import { signal } from "@preact/signals";

/** Whether the page is being printed, or shown as it will be: on paper it is light, and all of its charts are drawn. */
export const isPrinting = signal(false);

const print = matchMedia("print");

export function followPrint(): void {
  const say = (now: boolean) => () => {
    isPrinting.value = now;
  };
  addEventListener("beforeprint", say(true));
  addEventListener("afterprint", say(false));
  print.addEventListener("change", ({ matches }) => say(matches)());
}
