import { signal } from "@preact/signals";

/** Whether the page is printed or in print preview: then it is light, and all charts are drawn. */
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
