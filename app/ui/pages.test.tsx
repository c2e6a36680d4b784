import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, it } from "vitest";
import { AudienceNote } from "./audience-note.tsx";
import { BackLink, Breadcrumbs } from "./breadcrumbs.tsx";
import { Button, ButtonGroup, LinkButton } from "./button.tsx";
import { ConfirmPage } from "./confirm-page.tsx";
import { ConflictView } from "./conflict-view.tsx";
import { Details, TermHelp } from "./details.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FilterForm } from "./filter-form.tsx";
import { FormButton } from "./form-button.tsx";
import { InsetText } from "./inset-text.tsx";
import { danglingParts } from "./markup-checks.ts";
import { NotificationBanner } from "./notification-banner.tsx";
import { documentTitle, PageTitle } from "./page-title.tsx";
import { Pagination } from "./pagination.tsx";
import { PartnerMark } from "./partner-mark.tsx";
import { PrintButton } from "./print-button.tsx";
import { RecordList } from "./record-list.tsx";
import { SearchBox } from "./search-box.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Table } from "./table.tsx";
import { Tag } from "./tag.tsx";
import { TaskList } from "./task-list.tsx";
import { TextInput } from "./text-input.tsx";
import { TimelineList } from "./timeline-list.tsx";
import { WarningText } from "./warning-text.tsx";

const pieces: [string, ReactElement, ...string[]][] = [
  ["breadcrumbs", <Breadcrumbs key="1" items={[{ href: "/", text: "Home" }]} />, 'aria-label="Breadcrumb"'],
  ["back link", <BackLink key="1" href="/b" />, ">Back</a>"],
  [
    "page title",
    <PageTitle key="1" caption="Mill" aside={<Tag>Open</Tag>}>
      Meetings
    </PageTitle>,
    "<h1",
  ],
  [
    "buttons",
    <ButtonGroup key="1">
      <Button variant="warning" about="the bin">
        Delete
      </Button>
    </ButtonGroup>,
    "the bin",
  ],
  [
    "link button",
    <LinkButton key="1" href="/new">
      Add
    </LinkButton>,
    'href="/new"',
  ],
  [
    "one-button form",
    <FormButton key="1" fields={{ intent: "keep" }} idempotencyKey="k1">
      Keep
    </FormButton>,
    'value="k1"',
    "noValidate",
  ],
  ["print button, which needs script", <PrintButton key="1" />],
  ["inset text", <InsetText key="1">Words</InsetText>, "Words"],
  ["warning", <WarningText key="1">Words</WarningText>, "Warning: "],
  ["banner of success", <NotificationBanner key="1">Saved</NotificationBanner>, 'role="alert"'],
  [
    "banner of notice",
    <NotificationBanner key="1" kind="notice">
      Look
    </NotificationBanner>,
    '<section class="govuk-notification-banner" aria-labelledby=',
  ],
  [
    "partner",
    <PartnerMark key="1" tone="warm">
      Ana
    </PartnerMark>,
    "<circle",
  ],
  [
    "the other partner",
    <PartnerMark key="1" tone="cool">
      Ben
    </PartnerMark>,
    "<rect",
  ],
  [
    "summary list",
    <SummaryList
      key="1"
      rows={[
        { key: "Day", value: "3 March", actions: [{ href: "/e", text: "Change" }] },
        { key: "Who", value: "Ana" },
      ]}
    />,
    "Change<span",
    "--no-actions",
  ],
  [
    "details",
    <Details key="1" summary="More">
      Words
    </Details>,
    "<summary",
  ],
  [
    "help with a word",
    <TermHelp key="1" term="aim">
      Words
    </TermHelp>,
    "aim",
  ],
  [
    "table",
    <Table
      key="1"
      caption="All"
      rows={["a"]}
      rowKey={(row) => row}
      columns={[
        { header: "Name", cell: (row) => row },
        { header: "Count", numeric: true, cell: () => 3 },
      ]}
    />,
    'scope="row"',
    'data-label="Count"',
  ],
  [
    "empty table",
    <Table
      key="1"
      caption="All"
      rows={[]}
      rowKey={() => ""}
      columns={[{ header: "Name", cell: () => "" }]}
      whenEmpty="None yet"
    />,
    "None yet",
  ],
  [
    "pagination",
    <Pagination key="1" page={4} pages={9} hrefFor={(page) => `?page=${page}`} />,
    'rel="prev"',
    'aria-current="page"',
    "⋯",
  ],
  [
    "filter",
    <FilterForm key="1" clearHref="/all">
      <TextInput id="q" name="q" label="Words" />
    </FilterForm>,
    'method="get"',
    "Clear filters",
  ],
  [
    "empty state",
    <EmptyState key="1" title="No meetings yet">
      Words
    </EmptyState>,
    "No meetings yet",
  ],
  [
    "record list",
    <RecordList
      key="1"
      items={[
        { id: "1", href: "/1", title: "Walk", tag: <Tag tone="good">Kept</Tag>, facts: ["3 March", null] },
      ]}
    />,
    "<h2",
    "3 March",
  ],
  [
    "timeline",
    <TimelineList
      key="1"
      groups={[
        {
          title: "March",
          items: [{ id: "1", day: "2026-03-03", dayText: "3 March", title: "Walk", tone: "cool" }],
        },
      ]}
    />,
    'dateTime="2026-03-03"',
  ],
  [
    "task list",
    <TaskList key="1" tasks={[{ id: "t1", title: "Agree", href: "/1", hint: "Soon", status: "Done" }]} />,
    'aria-describedby="t1-hint t1-status"',
  ],
  ["audience", <AudienceNote key="1">both of you</AudienceNote>, "Who will see this:"],
  [
    "confirm page",
    <ConfirmPage
      key="1"
      title="Take it back?"
      confirmText="Yes"
      dangerous
      cancelHref="/x"
      idempotencyKey="k"
      fields={{ id: "7" }}
    />,
    'name="id" value="7"',
    "No, go back",
  ],
  [
    "conflict",
    <ConflictView
      key="1"
      said="Ana changed this."
      fields={[{ label: "Title", saved: "A", yours: "B", differs: true }]}
    >
      <p>form</p>
    </ConflictView>,
    "kept below",
    "(not the same)",
  ],
  ["search", <SearchBox key="1" action="/search" value="bins" />, 'role="search"', 'value="bins"'],
  ["nothing wrong", <ErrorSummary key="1" errors={[]} />],
];

describe.each(pieces)("%s", (_, element, ...parts) => {
  it("renders the same outside the app and inside it, and nothing dangles", () => {
    const inside = renderToString(inApp(element));
    for (const html of [renderToString(element), inside]) {
      expect(danglingParts(html)).toEqual([]);
      for (const part of parts) expect(html).toContain(part);
    }
  });
});

it("names the document", () => {
  expect(documentTitle("Meetings", { place: "Mill" })).toBe("Meetings – Mill – Common Ground");
  expect(documentTitle("Meetings")).toBe("Meetings – Common Ground");
});

function inApp(element: ReactElement): ReactElement {
  const App = createRoutesStub([{ path: "/", Component: () => element }]);
  return <App />;
}
