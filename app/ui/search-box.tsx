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
        <svg
          className="cg-search__icon"
          viewBox="0 0 20 20"
          width="18"
          height="18"
          aria-hidden="true"
          focusable="false"
        >
          <circle cx="8" cy="8" r="6" />
          <path d="M12.5 12.5 18 18" />
        </svg>
        <span className="govuk-visually-hidden">{label}</span>
      </button>
    </GetForm>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
