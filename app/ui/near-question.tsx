import type { Choice } from "./choice-options";
import { Radios } from "./radios";

type NearQuestionProps = {
  id: string;
  name: string;
  errors?: string[] | undefined;
  value?: string | undefined;
  /** Who is meant, one by one, and that it is somebody new; empty: there is nothing to ask. */
  choices: readonly Choice[];
};

/** Asks whether a new entry is somebody who is there already. */
export function NearQuestion({ choices, ...field }: NearQuestionProps) {
  if (choices.length === 0) return null;
  return <Radios {...field} label="Is it one of these?" options={choices} small />;
}
