import { z } from "zod";
import { defineCommand } from "~/platform/command.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import type { Actor } from "../identity/actor";

const command = defineCommand<Actor>();

/** The entry of a release being published, for its wording: the tracker writes it itself, and nobody runs this. */
export const notePublished = command({
  id: "releases.publish",
  input: z.strictObject({}),
  subject: async () => ({}),
  allow: () => "Only the tracker itself publishes a release.",
  run: async () => ({
    result: null,
    event: eventOfNoArea(null, {}),
  }),
  says: ({ release }) => `published the release ${String(release)} for research`,
});
