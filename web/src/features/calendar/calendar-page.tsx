import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { graphql, useFragment } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { YearGrid } from "../../ui/year-grid.tsx";
import { CalendarDays, CalendarDaysYear } from "./calendar-days.tsx";
import { DecideDay } from "./decide-day.tsx";

const CalendarPageQuery = graphql(`
  query CalendarPage($year: Int!) {
    calendarYear(year: $year) { year workingWeekdays announced workingDays ...CalendarDays_year }
  }
`);

/** A year as every clock of the association counts it; officers decide about its days. */
export function CalendarPage() {
  const { t } = useTranslation("calendar");
  const { text } = useFormat();
  const { may } = useSession();
  const [wanted] = useFilter("year");
  const now = today();
  const year = /^\d{4}$/.test(wanted.year ?? "") ? Number(wanted.year) : Number(now.slice(0, 4));
  const { calendarYear } = useSuspenseQuery(CalendarPageQuery, { variables: { year } }).data;
  const days = useFragment(CalendarDaysYear, calendarYear ?? null)?.days ?? [];
  if (!calendarYear) return <NotFound />;
  const signs = new Map(
    days.filter(({ counts }) => counts).map(({ day, working, name }) => [day, { sign: working ? ("worked" as const) : ("off" as const), why: text(name) }]),
  );
  return (
    <Page title={t("title", { year })} lead={t("lead", { count: calendarYear.workingDays })} actions={may("CALENDAR_CHANGE") && <DecideDay year={year} />}>
      <Row>
        <ButtonLink to={`?year=${year - 1}`} icon={<LeftOutlined />} kind="quiet">{String(year - 1)}</ButtonLink>
        <ButtonLink to={`?year=${year + 1}`} icon={<RightOutlined />} kind="quiet">{String(year + 1)}</ButtonLink>
      </Row>
      {!calendarYear.announced && <Notice title={t("unannounced.title")}>{t("unannounced.text", { year })}</Notice>}
      <YearGrid year={year} workingWeekdays={calendarYear.workingWeekdays} signs={signs} now={now} words={{ off: t("off"), worked: t("worked") }} />
      <CalendarDays of={calendarYear} />
    </Page>
  );
}
