import type { SignedIn } from "~/composition/execution.server";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import type { ConsentScope } from "~/features/releases/consent";
import { giveConsent, withdrawConsent } from "~/features/releases/consents.commands.server";
import { openStudy } from "~/features/releases/studies.commands.server";
import { addStudyMember } from "~/features/releases/study-members.commands.server";
import type { Day } from "~/platform/calendar/day";
import { History } from "./history";
import type { Places } from "./places";

/** Tells who says yes to research, and of the study that is open. */
class ResearchTeller extends History {
  says(offset: number, by: SignedIn, ...scopes: ConsentScope[]): void {
    for (const scope of scopes)
      this.at(offset, async (on) => {
        await this.run(on, by, giveConsent, { area: this.area, council: this.council, scope });
      });
  }

  takesBack(offset: number, by: SignedIn, scope: ConsentScope): void {
    this.at(offset, async (on) => {
      await this.run(on, by, withdrawConsent, { area: this.area, council: this.council, scope });
    });
  }

  study(offset: number, admin: SignedIn, researcher: SignedIn): void {
    this.at(offset, async (on) => {
      const university = {
        name: "University of Fernshire",
        shortName: "Fernshire",
        kinds: ["agency"] as const,
      };
      const { id: organisationId } = await this.run(on, admin, createOrganisation, {
        ...university,
        kinds: [...university.kinds],
        region: "Invented",
      });
      const { id } = await this.run(on, admin, openStudy, {
        title: "Do promises that are kept make trust?",
        purpose:
          "We want to know whether partnerships and councils that keep their promises come to trust each other more, and how long that takes. We compare areas with others of their kind and with themselves before. What we find out is for everybody to read, and names no area.",
        organisationId,
        dimension: "ruralUrban",
        startsOn: on,
        endsOn: this.day(offset + 730),
      });
      await this.run(on, admin, addStudyMember, { id, email: researcher.email });
    });
  }
}

/** Both areas say what they want told, and a university has a study before the first release that is told of. */
export function researchTold(
  today: Day,
  { cast, millbrook, harbour, borough, county, unitary }: Places,
): History[] {
  const chair = cast["chair@millbrook.example"];
  const m = new ResearchTeller(today, millbrook.slug, borough.slug);
  m.study(-300, cast["admin@programme.example"], cast["researcher@university.example"]);
  m.says(-270, chair, "figures", "studies");
  m.says(-262, cast["officer@borough.example"], "figures", "studies");
  // The county has said yes, and waits for the partnership.
  const c = new ResearchTeller(today, millbrook.slug, county.slug);
  c.says(-40, cast["lead@county.example"], "figures");
  const h = new ResearchTeller(today, harbour.slug, unitary.slug);
  h.says(-255, cast["liaison@unitary.example"], "figures", "studies");
  h.says(-250, cast["chair@harbour.example"], "figures", "studies");
  h.takesBack(-120, cast["chair@harbour.example"], "studies");
  return [m, c, h];
}
