import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";

/** The site map: every address and the file that answers it. Who may open which: tests/contracts/access.table.ts. */
export default [
  index("routes/home.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  ...prefix("areas/:area", [
    layout("routes/areas/layout.tsx", [
      index("routes/areas/home.tsx"),
      route("health", "routes/areas/health/overview.tsx"),
      route("health/:component", "routes/areas/health/component.tsx"),
      route("requests", "routes/areas/requests/index.tsx"),
      route("requests/new", "routes/areas/requests/new.tsx"),
      route("requests/:id", "routes/areas/requests/show.tsx"),
      route("people", "routes/areas/people/index.tsx"),
      route("people/new", "routes/areas/people/new.tsx"),
      route("people/:id", "routes/areas/people/show.tsx"),
      route("bin", "routes/areas/records/bin.tsx"),
      route("records/:id", "routes/areas/records/show.tsx"),
    ]),
  ]),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
