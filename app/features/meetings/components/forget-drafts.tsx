import { useEffect } from "react";
import { DRAFT_PREFIX } from "./draft";

/** Takes every draft off this device when somebody signs out. For the frame of every page; shows nothing. */
export function ForgetDraftsOnSignOut() {
  useEffect(() => {
    const forget = ({ target }: Event) => {
      if (target instanceof HTMLFormElement && new URL(target.action).pathname === "/sign-out") forgetAll();
    };
    document.addEventListener("submit", forget);
    return () => document.removeEventListener("submit", forget);
  }, []);
  return null;
}

function forgetAll(): void {
  try {
    const store = window.localStorage;
    for (const name of Object.keys(store)) if (name.startsWith(DRAFT_PREFIX)) store.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
