import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Words } from "../../ui/words.tsx";
import { type Task, TaskList, type TaskState } from "../../ui/task-list.tsx";
import { History } from "./history.tsx";
import { nameIn } from "./names.tsx";
import { type DraftStep, draftSteps, type Own, stepNames } from "./own-data.ts";
import { SecretLink } from "./secret-link.tsx";
import { Withdraw } from "./withdraw.tsx";

/** What is still to be done before an application is handed in, or handed in again. */
export function DraftOverview({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const { text, date } = useFormat();
  const reason = own.steps.findLast(({ kind }) => kind === "RETURNED")?.reason;
  const tasks: Task[] = [
    ...stepNames.map((step) => ({ to: `?step=${step}`, label: t(`step.${step}`), state: taskState(own, step) })),
    { to: "?step=check", label: t("step.check"), state: own.missing.length > 0 ? "BLOCKED" : "NOT_STARTED" },
  ];
  return (
    <Page title={nameIn(own.name, text(own.name))} lead={own.lapsesOn === null ? undefined : t(`own.until.${own.state}`, { date: date(own.lapsesOn) })}>
      {own.state === "RETURNED" && <Notice tone="wait" title={t("own.returned")}>{reason && <Words>{reason}</Words>}</Notice>}
      {own.state === "DRAFT" && <SecretLink token={token} />}
      <Section title={t("own.tasks")}><TaskList of={tasks} /></Section>
      {own.state === "RETURNED" && <History of={own.steps} />}
      <Section title={t("withdraw.section")} screenOnly><Withdraw own={own} token={token} /></Section>
    </Page>
  );
}

function taskState({ missing }: Own, step: DraftStep): TaskState {
  const wanted = draftSteps[step];
  const open = wanted.filter((part) => missing.includes(part)).length;
  if (open === 0) return "COMPLETE";
  return open < wanted.length ? "IN_PROGRESS" : "NOT_STARTED";
}
