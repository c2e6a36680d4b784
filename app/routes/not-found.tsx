import { notFound } from "~/composition/request.server";

export function loader() {
  return notFound();
}

export function action() {
  return notFound();
}

/** Never drawn: it makes this a page, so that what is not there is answered with the page that says so. */
export default function NotFound() {
  return null;
}
