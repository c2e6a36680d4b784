import { notFound } from "~/composition/request.server";

export function loader() {
  return notFound();
}

export function action() {
  return notFound();
}
