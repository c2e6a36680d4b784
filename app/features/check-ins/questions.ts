import { z } from "zod";
import { QUESTIONS } from "./question-list.ts";

// What the server needs besides; pages read the list alone, and leave zod where it is.
export { QUESTIONS, type QuestionId, questionsOf } from "./question-list.ts";

/** A question's id, as forms and the API send it. */
export const questionSchema = z.enum(QUESTIONS.map((one) => one.id));
