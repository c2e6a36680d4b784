import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { PartnerMark } from "~/ui/partner-mark";
import { SummaryList } from "~/ui/summary-list";

type Lead = {
  side: "council" | "community";
  organisation: string;
  lead: {
    appointmentId: string;
    name: string;
    href: string;
    checked: string | null;
    leavesOn: string | null;
  } | null;
  vacant: { since: string; name: string } | null;
};

type LeadListProps = { leads: readonly Lead[]; canWrite: boolean; formKey: string | undefined };

/** Whom each side turns to, when that was last checked, and where nobody is named. */
export function LeadList({ leads, canWrite, formKey }: LeadListProps) {
  return (
    <section aria-labelledby="leads">
      <h2 className="govuk-heading-m" id="leads">
        Named leads
      </h2>
      <p className="govuk-body">The one person on each side whom the other side can turn to.</p>
      <SummaryList
        rows={leads.map(({ side, organisation, lead, vacant }) => ({
          key: organisation,
          value: (
            <>
              <PartnerMark tone={side === "community" ? "warm" : "cool"}>
                {lead ? <AppLink href={lead.href}>{lead.name}</AppLink> : <LeadGap vacant={vacant} />}
              </PartnerMark>
              {lead ? (
                <p className="govuk-body-s">
                  {lead.checked ? `Last checked ${lead.checked}.` : "Not checked yet."}
                  {lead.leavesOn ? ` Leaves the post on ${formatDay(lead.leavesOn)}.` : null}
                </p>
              ) : null}
              {lead && canWrite ? (
                <FormButton
                  variant="secondary"
                  fields={{ intent: `check-lead ${lead.appointmentId}` }}
                  idempotencyKey={formKey}
                  about={`: ${lead.name}`}
                >
                  Still in post
                </FormButton>
              ) : null}
            </>
          ),
        }))}
      />
    </section>
  );
}

function LeadGap({ vacant }: Pick<Lead, "vacant">) {
  if (!vacant) return <>Nobody is named yet</>;
  return (
    <>
      Nobody since {formatDay(vacant.since)}, when {vacant.name} left
    </>
  );
}
