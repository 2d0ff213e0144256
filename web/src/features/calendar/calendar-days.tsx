import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import type { Problem } from "../../lib/problem.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";

export const CalendarDaysYear = graphql(`
  fragment CalendarDays_year on CalendarYear {
    year days { day working name source counts }
  }
`);
const CalendarDaysRestore = graphql(`
  mutation CalendarDaysRestore($day: Date!) {
    calendarDayRestore(day: $day) { year { year } problems { code path } }
  }
`);

/** The days of a year that are not as their weekday says, with why, and who says so. */
export function CalendarDays({ of }: { of: FragmentType<typeof CalendarDaysYear> }) {
  const { t } = useTranslation("calendar");
  const { text, date } = useFormat();
  const { may } = useSession();
  const { days } = useFragment(CalendarDaysYear, of);
  const restore = useAction(CalendarDaysRestore, { refreshes: true });
  const mayTakeBack = ({ day, source }: { day: string; source: string }) => source === "ASSOCIATION" && day >= today() && may("CALENDAR_CHANGE");
  const rows = days.map((each) => ({ ...each, id: `${each.day}.${each.source}` }));
  return (
    <Section title={t("days")}>
      <Table
        of={whole(rows)}
        caption={t("days")}
        empty={<Empty title={t("none")} />}
        columns={[
          { key: "day", title: t("day"), unbroken: true, render: ({ day, name }) => <Named name={date(day)} note={text(name)} /> },
          { key: "is", title: t("is"), render: ({ working, counts }) => <Badge tone={counts ? (working ? "note" : "wait") : "plain"}>{t(working ? "worked" : "off")}</Badge> },
          { key: "source", title: t("source.title"), render: ({ source, counts }) => (counts ? t(`source.${source}`) : t("overruled")) },
          ...(days.some(mayTakeBack) ? [{ key: "act", title: t("act"), render: (each: (typeof rows)[number]) => mayTakeBack(each) && <TakeBack day={each.day} action={restore} /> }] : []),
        ]}
      />
    </Section>
  );
}

function TakeBack({ day, action }: { day: string; action: { run: (variables: { day: string }) => Promise<unknown>; busy: boolean; problems: readonly Problem[] } }) {
  const { t } = useTranslation("calendar");
  const { date } = useFormat();
  return (
    <ConfirmButton label={t("restore.act")} about={date(day)} title={t("restore.title", { day: date(day) })} onConfirm={() => action.run({ day })} busy={action.busy} problems={action.problems}>
      {t("restore.what")}
    </ConfirmButton>
  );
}
