import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useFormat } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { FieldNames } from "../../ui/field-names.ts";
import type { Values } from "../../ui/form-context.ts";
import { Form, Submit } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { Row } from "../../ui/stack.tsx";
import { Watched } from "../../ui/watched.tsx";
import { ConflictChoice } from "./conflict-choice.tsx";
import { useFieldNames } from "./field-names.ts";
import type { FillAssessment } from "./fill-data.ts";
import { fieldName, isWhole, prefilled, valuesOf } from "./group-values.ts";
import { IndicatorFields } from "./indicator-fields.tsx";
import { draftKey } from "./local-draft.ts";
import { isInTheWay, useDraft } from "./use-draft.ts";
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
  const { id, scheme, answers, preview, observed } = of;
  const draft = useDraft(useDraftOf(of, group, userId));
  const names = useFieldNames(id, scheme.everyIndicator, group);
  const { stopped, isGoing, onTyped, onPause, goOn, leave, isFromCheck, next } = useWayOn(of, group, draft);
  const name = scheme.groups.find(({ number }) => number === group)?.name;
  const hub = `/assessments/${id}`;
  const hindered = hindrance(draft);
  return (
    <Page
      title={name ? text(name) : group}
      lead={t("fill.lead")}
      above={[{ to: "/assessments", label: t("list.title") }, { to: hub, label: t("hub.title", { period: period(of.period.code) }) }]}
    >
      <Problems of={draft.problems} />
      {draft.conflict && <ConflictChoice key={draft.conflict.met} of={draft.conflict} indicators={scheme.indicators} onMine={draft.keepMine} onTheirs={draft.takeTheirs} busy={draft.busy} />}
      <FieldNames value={names}>
        <Watched onTyped={onTyped}>
          <Form key={draft.shown.generation} onSubmit={goOn} problems={stopped} remarks={standing(of, group, draft.refusals)} {...(draft.conflict === null && { onPause })}>
            {scheme.indicators.map((indicator) => {
              const answer = answers.find((one) => one.indicator === indicator.number);
              const leaf = preview.indicators.find((one) => one.indicator === indicator.number);
              return answer && leaf && (
                <IndicatorFields
                  key={indicator.number} assessmentId={id} group={group} of={indicator} values={draft.shown.values} answer={answer} preview={leaf}
                  observed={observed} limits={scheme.proofLimits} isRefused={draft.refusals.some(({ path }) => path.startsWith(`answers.${indicator.number}.`))}
                />
              );
            })}
            {hindered && <Notice tone="wait" title={t(`fill.${hindered}`)}>{t(`fill.${hindered}Hint`)}</Notice>}
            <Row>
              <Submit busy={isGoing}>{t(isFromCheck || next === undefined ? "fill.toCheck" : "fill.next")}</Submit>
              <Button onClick={leave}>{t("fill.later")}</Button>
              {stopped.length > 0 && <ButtonLink to={hub}>{t("fill.leaveAnyway")}</ButtonLink>}
            </Row>
          </Form>
        </Watched>
      </FieldNames>
      <Kept of={draft} savedAt={of.savedAt} />
    </Page>
  );
}

/** Whether what was typed is kept; while two texts wait for a choice neither is said to be. */
function Kept({ of, savedAt }: { of: Draft; savedAt: string }) {
  const { t } = useTranslation("assessments");
  const hindered = hindrance(of);
  return of.conflict === null && <SaveState floating busy={of.busy} savedAt={savedAt} hindered={hindered && t(`fill.${hindered}`)} />;
}

const useDraftOf = ({ id, scheme, revision, answers, observed }: FillAssessment, group: string, userId: string) => ({
  id, group, storageKey: draftKey(userId, id, group), indicators: scheme.indicators,
  stored: useMemo(() => ({ revision, values: valuesOf(answers) }), [answers, revision]),
  prefill: useMemo(() => prefilled(observed.filter(({ indicator }) => scheme.indicators.some(({ number }) => number === indicator))), [observed, scheme]),
});

type Draft = ReturnType<typeof useDraft>;

/** Off the page, once everything on it is stored: on to the next part, or back to the list. */
function useWayOn({ id, scheme }: FillAssessment, group: string, draft: Draft) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [stopped, setStopped] = useState<readonly Problem[]>([]);
  const [isGoing, setGoing] = useState(false);
  const typed = useRef<Values>(draft.shown.values);
  const next = scheme.groups[scheme.groups.findIndex(({ number }) => number === group) + 1]?.number;
  const isFromCheck = search.get("from") === "check";
  const hub = `/assessments/${id}`;

  const go = async (values: Values, to: string) => {
    setGoing(true);
    const inTheWay = (await draft.send(values, group)).filter(isInTheWay);
    setGoing(false);
    setStopped(asAsked(scheme, inTheWay.filter(({ code, path }) => path.startsWith("answers.") || code === "UNREACHABLE")));
    if (inTheWay.length === 0) await navigate(to);
  };
  return {
    isFromCheck, next, isGoing,
    stopped: stopped.filter(({ code }) => code !== "UNREACHABLE" || draft.isOffline),
    onTyped: (values: Values) => {
      typed.current = values;
      draft.keep(values);
    },
    onPause: (values: Values) => {
      setStopped([]);
      return draft.send(values);
    },
    goOn: (values: Values) => go(values, isFromCheck || next === undefined ? `${hub}/check` : `${hub}/fill/${next}`),
    leave: () => go(typed.current, hub),
  };
}

/** Why what stands on the page is on this device alone. */
function hindrance({ isOffline, refusals }: Draft): "offline" | "refused" | undefined {
  if (isOffline) return "offline";
  return refusals.length > 0 ? "refused" : undefined;
}

/** What was refused, and what is wrong with what is stored; what is merely missing is said once the page was left. */
function standing({ tasks, scheme }: FillAssessment, group: string, refusals: readonly Problem[]): readonly Problem[] {
  const task = tasks.find((one) => one.group === group);
  const stored = (task?.problems ?? []).filter(({ code }) => code !== "MISSING_INPUT" || task?.state === "INCOMPLETE");
  return asAsked(scheme, [...refusals, ...stored.filter(({ path }) => !refusals.some((refusal) => refusal.path === path))]);
}

/** Where things are counted, what is no number at all is told that a whole one is wanted. */
function asAsked({ indicators }: FillAssessment["scheme"], problems: readonly Problem[]): readonly Problem[] {
  const counted = new Set(indicators.flatMap(({ number, inputs }) => inputs.filter(isWhole).map(({ code }) => fieldName(number, code))));
  return problems.map((problem) => (problem.code === "NOT_A_NUMBER" && counted.has(problem.path) ? { ...problem, code: "NOT_WHOLE" } : problem));
}
