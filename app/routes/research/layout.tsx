import { Outlet } from "react-router";
import { ResearchNav } from "~/features/research/components/research-nav";

/** The way between the pages about research, above each of them. */
export default function ResearchLayout() {
  return (
    <>
      <ResearchNav />
      <Outlet />
    </>
  );
}
