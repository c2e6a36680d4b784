import { useRouteLoaderData } from "react-router";

/** The key of this page's forms, from the root's loader: the same form sent twice does its work once. */
export function useFormKey(): string | undefined {
  const root = useRouteLoaderData<{ formKey?: string }>("root");
  return root?.formKey;
}
