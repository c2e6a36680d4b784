import type { Job } from "~/platform/jobs.server";
import { closeCheckIns } from "./close-check-ins.server";
import { endStudies } from "./end-studies.server";
import { publishRelease } from "./publish-release.server";
import { retention } from "./retention.server";
import { sendAccountMail } from "./send-account-mail.server";
import { sendCheckIn } from "./send-check-in.server";
import { sendLink } from "./send-link.server";
import { sweepFiles } from "./sweep-files.server";

/** Every job there is, by the name of its file. Kept by `npm run new job <name>`; a test walks the folder. */
export const JOBS: readonly Job[] = [
  sendAccountMail,
  closeCheckIns,
  endStudies,
  publishRelease,
  retention,
  sendCheckIn,
  sendLink,
  sweepFiles,
];
