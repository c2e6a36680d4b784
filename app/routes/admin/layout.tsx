import { href, Outlet, useLocation } from "react-router";
import { readAdmin } from "~/composition/admin.server";
import { SectionNavigation } from "~/ui/navigation";
import type { Route } from "./+types/layout";

export async function loader({ context }: Route.LoaderArgs) {
  return readAdmin(context, async () => null);
}

/** The admin's own navigation around each of their pages. */
export default function AdminLayout() {
  const { pathname } = useLocation();
  const links = [
    { href: href("/admin/users"), text: "Accounts" },
    { href: href("/admin/invitations"), text: "Invitations" },
    { href: href("/admin/organisations"), text: "Organisations" },
    { href: href("/admin/areas"), text: "Areas" },
    { href: href("/admin/imports"), text: "Imports" },
    { href: href("/admin/elections"), text: "Elections" },
    { href: href("/admin/codes"), text: "Codes" },
    { href: href("/admin/people-rights"), text: "People’s rights" },
    { href: href("/admin/retention"), text: "Retention" },
    { href: href("/admin/audit"), text: "Audit" },
    { href: href("/admin/break-glass"), text: "Break-glass" },
    { href: href("/admin/releases"), text: "Releases" },
    { href: href("/admin/studies"), text: "Studies" },
    { href: href("/admin/jobs"), text: "Jobs" },
    { href: href("/admin/health"), text: "How it runs" },
  ].map((link) => {
    const below = pathname.startsWith(`${link.href}/`) ? ("section" as const) : undefined;
    return { ...link, current: pathname === link.href ? ("page" as const) : below };
  });
  return (
    <>
      <SectionNavigation title="Admin" href={href("/admin")} label="Admin pages" links={links} />
      <Outlet />
    </>
  );
}
