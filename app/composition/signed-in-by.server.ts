import { redirect } from "react-router";
import type { Admission } from "~/features/identity/admission.server";
import { safeNext } from "~/features/identity/safe-next";

/** Where an admission leads: on, with its cookies, or to the one more thing that is asked first. */
export function signedInBy(admission: Admission): never {
  switch (admission.status) {
    case "in":
      throw redirect(safeNext(admission.next), { headers: admission.headers });
    case "step":
      throw redirect(admission.to, { headers: admission.headers });
    case "refused":
      throw redirect("/sign-in");
  }
}
