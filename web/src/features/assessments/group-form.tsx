import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useFormat } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Form, Submit } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { Row } from "../../ui/stack.tsx";
import { Watched } from "../../ui/watched.tsx";
import { ConflictChoice } from "./conflict-choice.tsx";
import type { FillAssessment } from "./fill-data.ts";
import { valuesOf } from "./group-values.ts";
import { IndicatorFields } from "./indicator-fields.tsx";
import { draftKey } from "./local-draft.ts";
import { useDraft } from "./use-draft.ts";
import { usePeriod } from "../../lib/use-period.ts";

interface GroupFormProps {
  of: FillAssessment;
  group: string;
  userId: string;
}

/** The fields of one group, kept while they are typed. */
export function GroupForm({ of, group, userId }: GroupFormProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const period = usePeriod();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { id, scheme, revision, answers, preview } = of;
  const draft = useDraft({
    id, group, storageKey: draftKey(userId, id, group), indicators: scheme.indicators, stored: useMemo(() => ({ revision, values: valuesOf(answers) }), [answers, revision]),
  });
  const typed = useRef<Values>(draft.shown.values);
  const name = scheme.groups.find(({ number }) => number === group)?.name;
  const next = scheme.groups[scheme.groups.findIndex(({ number }) => number === group) + 1]?.number;
  const hub = `/assessments/${id}`;

  const onTyped = (values: Values) => {
    typed.current = values;
    draft.keep(values);
  };
  const goOn = async (values: Values) => {
    const problems = await draft.send(values, group);
    if (problems.length > 0) return;
    await navigate(search.get("from") === "check" ? `${hub}/check` : next === undefined ? `${hub}/check` : `${hub}/fill/${next}`);
  };
  const leave = async () => {
    await draft.send(typed.current, group);
    await navigate(hub);
  };
  return (
    <Page
      title={name ? text(name) : group}
      lead={t("fill.lead")}
      above={[{ to: "/assessments", label: t("list.title") }, { to: hub, label: t("hub.title", { period: period(of.period.code) }) }]}
    >
      <Problems of={draft.problems} />
      {draft.isOffline && <Notice tone="wait" title={t("fill.offline")}>{t("fill.offlineHint")}</Notice>}
      {draft.conflict && <ConflictChoice of={draft.conflict} indicators={scheme.indicators} onMine={draft.keepMine} onTheirs={draft.takeTheirs} busy={draft.busy} />}
      <Watched onTyped={onTyped}>
        <Form key={draft.shown.generation} onSubmit={goOn} remarks={standing(of, group, draft.remarks)} {...(draft.conflict === null && { onPause: (values) => draft.send(values) })}>
          {scheme.indicators.map((indicator) => {
            const answer = answers.find((one) => one.indicator === indicator.number);
            const leaf = preview.indicators.find((one) => one.indicator === indicator.number);
            return answer && leaf && (
              <IndicatorFields key={indicator.number} assessmentId={id} group={group} of={indicator} values={draft.shown.values} answer={answer} preview={leaf} limits={scheme.proofLimits} />
            );
          })}
          <Row>
            <Submit busy={draft.busy}>{t(search.get("from") === "check" || next === undefined ? "fill.toCheck" : "fill.next")}</Submit>
            <Button onClick={leave}>{t("fill.later")}</Button>
          </Row>
        </Form>
      </Watched>
      <SaveState floating busy={draft.busy} savedAt={draft.isOffline ? null : of.savedAt} />
    </Page>
  );
}

/** What the last saving found wrong, and what is wrong with what is stored; what is merely missing is said once the page was left. */
function standing({ tasks }: FillAssessment, group: string, remarks: readonly Problem[]): readonly Problem[] {
  const task = tasks.find((one) => one.group === group);
  const stored = (task?.problems ?? []).filter(({ code }) => code !== "MISSING_INPUT" || task?.state === "INCOMPLETE");
  return [...remarks, ...stored.filter(({ path }) => !remarks.some((remark) => remark.path === path))];
}
