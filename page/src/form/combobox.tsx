import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { matching } from "./matching";

interface ComboboxProps {
  readonly id: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly placeholder?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A searchable list of names. Other names can be entered, too: the graph then suggests similar ones. */
export function Combobox(props: ComboboxProps): VNode {
  const { id, value, choices, describedBy, isInvalid, placeholder, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const shown = isOpen ? matching(choices, typed ?? "") : [];
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at, isOpen]);

  const open = (): void => {
    setOpen(true);
    setAt(typed === null ? choices.indexOf(value) : -1);
  };
  const take = (taken: string): void => {
    setTyped(null);
    setOpen(false);
    setAt(-1);
    if (taken !== value) onChange(taken);
  };
  const type = (text: string): void => {
    setTyped(text);
    setOpen(true);
    setAt(text === "" ? -1 : 0);
    // A complete name is selected.
    const named = choices.find((choice) => choice.toLowerCase() === text.trim().toLowerCase());
    if (named !== undefined && named !== value) onChange(named);
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) open();
      else setAt(Math.min(shown.length - 1, Math.max(0, at + step)));
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      take(shown[at] ?? typed?.trim() ?? value);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setOpen(false);
      setTyped(null);
    }
  };
  return (
    <div class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isOpen && shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown[at] !== undefined ? `${id}-${at}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={placeholder}
        value={typed ?? value}
        onFocus={(event) => event.currentTarget.select()}
        onClick={open}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => (typed === null ? setOpen(false) : take(typed.trim()))}
      />
      <div
        id={`${id}-list`}
        class="list"
        role="listbox"
        ref={list}
        hidden={shown.length === 0}
        aria-label="Choices"
      >
        {shown.map((choice, index) => (
          <div
            key={choice}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            // The field keeps the focus, as losing it would accept the typed text.
            onMouseDown={(event) => {
              event.preventDefault();
              take(choice);
            }}
          >
            {choice}
          </div>
        ))}
      </div>
    </div>
  );
}
