import type { Operator } from "~/features/statements/statement";
import { getEnvironment } from "~/platform/environment.server";

/** Who runs this instance, as its settings say; null: they say nothing. */
export function operatorOf(): Operator | null {
  const { OPERATOR_NAME, OPERATOR_EMAIL } = getEnvironment();
  return OPERATOR_NAME === undefined ? null : { name: OPERATOR_NAME, email: OPERATOR_EMAIL ?? null };
}
