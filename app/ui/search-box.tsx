import { useEffect, useRef } from "react";
import { GetForm } from "./form.tsx";

type SearchBoxProps = { action: string; value?: string; label?: string; name?: string; id?: string };

/** Search from anywhere; the / key jumps to it. */
export function SearchBox({
  action,
  value,
  label = "Search",
  name = "q",
  id = "site-search",
}: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <GetForm action={action} className="cg-search" role="search">
      <label className="govuk-visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        className="govuk-input cg-search__input"
        id={id}
        name={name}
        type="search"
        defaultValue={value}
        placeholder={label}
        ref={input}
      />
      <button type="submit" className="cg-search__button">
        {label}
      </button>
    </GetForm>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
