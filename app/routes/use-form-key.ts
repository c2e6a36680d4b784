import { useRouteLoaderData } from "react-router";
import type { loader } from "~/root";

/** The key of this page's forms: the same form sent twice does its work once. */
export function useFormKey(): string | undefined {
  return useRouteLoaderData<typeof loader>("root")?.formKey;
}
