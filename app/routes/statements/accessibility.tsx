import { operatorOf } from "~/composition/operator.server";
import { ACCESSIBILITY_OF, accessibilityStatement } from "~/features/statements/accessibility";
import { StatementPage } from "~/features/statements/components/statement-page";
import { documentTitle } from "~/ui/page-title";
import type { Route } from "./+types/accessibility";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Accessibility") }];

export function loader() {
  return { sections: accessibilityStatement(operatorOf()), changedOn: ACCESSIBILITY_OF };
}

/** The statement on accessibility, for anybody. */
export default function Accessibility({ loaderData: { sections, changedOn } }: Route.ComponentProps) {
  return <StatementPage title="Accessibility" changedOn={changedOn} sections={sections} />;
}
