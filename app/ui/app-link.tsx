import type { AnchorHTMLAttributes } from "react";
import { Link, useInRouterContext } from "react-router";

type AppLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "style"> & {
  href: string;
  /** Follow the link with a full page load: files, feeds, other sites. */
  reload?: boolean | undefined;
};

/** A link in the product's style: a page change without a reload inside the app, a plain link elsewhere. */
export function AppLink({ href, reload = false, className = "govuk-link", ...rest }: AppLinkProps) {
  const inRouter = useInRouterContext();
  const isPage = href.startsWith("/") || href.startsWith("?");
  if (inRouter && isPage && !reload) return <Link to={href} className={className} {...rest} />;
  return <a href={href} className={className} {...rest} />;
}
