import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";

/** The site map: every address and the file that answers it. Who may open which: tests/contracts/access.table.ts. */
export default [
  index("routes/home.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("setup", "routes/setup.tsx"),
  ...prefix("admin", [
    layout("routes/admin/layout.tsx", [
      index("routes/admin/home.tsx"),
      route("users", "routes/admin/users.tsx"),
      route("users/:id", "routes/admin/user.tsx"),
      route("organisations", "routes/admin/organisations.tsx"),
      route("organisations/:id", "routes/admin/organisation.tsx"),
      route("areas", "routes/admin/areas.tsx"),
      route("areas/:id", "routes/admin/area.tsx"),
    ]),
  ]),
  ...prefix("areas/:area", [
    layout("routes/areas/layout.tsx", [
      index("routes/areas/home.tsx"),
      route("meetings", "routes/areas/meetings/list.tsx"),
      route("meetings/new", "routes/areas/meetings/new.tsx"),
      route("meetings/plan", "routes/areas/meetings/plan.tsx"),
      route("meetings/no-reply", "routes/areas/meetings/no-reply.tsx"),
      route("meetings/series", "routes/areas/meetings/series.tsx"),
      route("meetings/series/:id", "routes/areas/meetings/series-show.tsx"),
      route("meetings/:id", "routes/areas/meetings/show.tsx"),
      route("meetings/:id/edit", "routes/areas/meetings/edit.tsx"),
      route("meetings/:id/write-up", "routes/areas/meetings/write-up.tsx"),
      route("health", "routes/areas/health/overview.tsx"),
      route("health/:component", "routes/areas/health/component.tsx"),
      route("timeline", "routes/areas/timeline.tsx"),
      route("requests", "routes/areas/requests/index.tsx"),
      route("requests/new", "routes/areas/requests/new.tsx"),
      route("requests/:id", "routes/areas/requests/show.tsx"),
      route("commitments", "routes/areas/commitments/list.tsx"),
      route("commitments/new", "routes/areas/commitments/new.tsx"),
      route("commitments/:id", "routes/areas/commitments/show.tsx"),
      route("people", "routes/areas/people/index.tsx"),
      route("people/new", "routes/areas/people/new.tsx"),
      route("people/:id", "routes/areas/people/show.tsx"),
      route("bin", "routes/areas/records/bin.tsx"),
      route("records/:id", "routes/areas/records/show.tsx"),
    ]),
  ]),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
