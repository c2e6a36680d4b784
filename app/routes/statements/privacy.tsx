import { operatorOf } from "~/composition/operator.server";
import { StatementPage } from "~/features/statements/components/statement-page";
import { PRIVACY_OF, privacyStatement } from "~/features/statements/privacy";
import { documentTitle } from "~/ui/page-title";
import type { Route } from "./+types/privacy";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Privacy") }];

export function loader() {
  return { sections: privacyStatement(operatorOf()), changedOn: PRIVACY_OF };
}

/** The statement on privacy, for anybody. */
export default function Privacy({ loaderData: { sections, changedOn } }: Route.ComponentProps) {
  return <StatementPage title="Privacy" changedOn={changedOn} sections={sections} />;
}
