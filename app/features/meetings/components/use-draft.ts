import { useEffect, useRef, useState } from "react";
import { DRAFT_PREFIX, draftOf, draftValues, readDraft, writeDraft } from "./draft";

export type Draft = {
  /** The values to begin with, where a draft was found. */
  values: Record<string, never> | null;
  /** Changes when the form must begin anew: give it to the form as its key. */
  version: number;
  discard: () => void;
};

const SAVE_AFTER_MS = 400;

/**
 * Keeps an open form on this device, so that a phone call or a lost signal loses nothing. `key` says whose it is and
 * where; `answer` is the page's answer to what was sent, which the form then already shows. Cleared when the form was
 * saved; where the session had ended meanwhile, it is still there after signing in again.
 */
export function useDraft(formId: string, key: string, answer: unknown): Draft {
  const name = `${DRAFT_PREFIX}${formId} ${key}`;
  const [state, setState] = useState<Omit<Draft, "discard">>({ values: null, version: 0 });
  const sent = useRef(false);
  const fresh = useRef(answer === undefined);

  useEffect(() => {
    const found = fresh.current
      ? readDraft(onDevice((store) => store.getItem(name)) ?? null, Date.now())
      : null;
    if (found) setState({ values: draftValues(found), version: 1 });
  }, [name]);

  useEffect(() => {
    // An answer that leaves the form open says: not saved yet.
    if (answer !== undefined) sent.current = false;
  }, [answer]);

  useEffect(() => keepWhileOpen(formId, name, sent), [formId, name]);

  const discard = () => {
    onDevice((store) => store.removeItem(name));
    setState(({ version }) => ({ values: null, version: version + 1 }));
  };
  return { ...state, discard };
}

/** Writes the form down as it is typed and sent; gives what to do when its page closes. */
function keepWhileOpen(formId: string, name: string, sent: { current: boolean }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (form: HTMLFormElement) =>
    onDevice((store) => store.setItem(name, writeDraft(draftOf(new FormData(form)), Date.now())));
  const typed = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form?.id !== formId) return;
    clearTimeout(timer);
    timer = setTimeout(() => save(form), SAVE_AFTER_MS);
  };
  const submitted = ({ target }: Event) => {
    if (!(target instanceof HTMLFormElement) || target.id !== formId) return;
    clearTimeout(timer);
    save(target);
    sent.current = true;
  };
  document.addEventListener("input", typed);
  document.addEventListener("submit", submitted);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("input", typed);
    document.removeEventListener("submit", submitted);
    const saved = sent.current && !window.location.pathname.startsWith("/sign-in");
    if (saved) onDevice((store) => store.removeItem(name));
  };
}

/** Some browsers refuse to keep anything: then there are no drafts, and nothing else changes. */
function onDevice<T>(work: (store: Storage) => T): T | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}
