import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Files } from "../../ui/files.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { Watched } from "../../ui/watched.tsx";
import { AdjustDialog } from "./adjust-dialog.tsx";
import { AnswerInWords } from "./answer-in-words.tsx";
import type { ReviewAssessment, ReviewedAnswer, ReviewIndicator } from "./review-data.ts";
import { ObservedFigures } from "./observed-figures.tsx";
import { useValue } from "./use-value.ts";

interface ReviewAnswerProps {
  assessment: Pick<ReviewAssessment, "id" | "revision">;
  indicator: ReviewIndicator;
  answer: ReviewedAnswer;
  leaf: ReviewAssessment["preview"]["indicators"][number];
  observed: ReviewAssessment["observed"];
  /** Whether the assessment waits for review, so that something can be done. */
  isOpen: boolean;
  request: string | null;
  onRequest: (reason: string | null) => void;
  /** Told whether a reason stands half-written, not noted down. */
  onUnkept: (isUnkept: boolean) => void;
}

/** One answer before the officer: what was said, what proves it, what was done to it, and what can be done. */
export function ReviewAnswer({ assessment, indicator, answer, leaf, observed, isOpen, request, onRequest, onUnkept }: ReviewAnswerProps) {
  const { text } = useFormat();
  const [open, setOpen] = useState<Act | null>(null);
  const name = `${indicator.number} ${text(indicator.name)}`;
  return (
    <Card title={name} actions={<Points of={leaf.points} />}>
      <AnswerInWords indicator={indicator} answer={answer} leaf={leaf} />
      <ObservedFigures of={observed} indicator={indicator} answer={answer} />
      <Record of={answer} indicator={indicator} />
      {request !== null && <Requested of={request} about={name} onDrop={() => onRequest(null)} />}
      {isOpen && open !== "REQUEST" && <Acts about={name} isAbsent={answer.notApplicableReason !== null} onChoose={setOpen} />}
      {isOpen && open === "ADJUST" && <AdjustDialog assessment={assessment} indicator={indicator} answer={answer} onClose={() => setOpen(null)} />}
      {isOpen && open === "REQUEST" && <RequestForm reason={request} onClose={() => setOpen(null)} onRequest={onRequest} onUnkept={onUnkept} />}
    </Card>
  );
}

function Points({ of }: { of: string | null }) {
  const { t } = useTranslation("assessments");
  const { decimal } = useFormat();
  return of === null ? null : <Badge tone="note">{t("score.points", { points: decimal(of) })}</Badge>;
}

type Act = "ADJUST" | "REQUEST";

function Acts({ about, isAbsent, onChoose }: { about: string; isAbsent: boolean; onChoose: (act: Act) => void }) {
  const { t } = useTranslation("assessments");
  return (
    <Row>
      {!isAbsent && <Button onClick={() => onChoose("ADJUST")} label={`${t("review.adjust")} ${about}`}>{t("review.adjust")}</Button>}
      <Button onClick={() => onChoose("REQUEST")} label={`${t("review.request")} ${about}`}>{t("review.request")}</Button>
    </Row>
  );
}

/** What the officer has written down and not sent yet. */
function Requested({ of, about, onDrop }: { of: string; about: string; onDrop: () => void }) {
  const { t } = useTranslation("assessments");
  return (
    <Notice tone="wait" title={t("review.willAsk")}>
      <p>{of}</p>
      <Button kind="quiet" onClick={onDrop} label={`${t("review.dropRequest")} ${about}`}>{t("review.dropRequest")}</Button>
    </Notice>
  );
}

/** What lies beside an answer: its documents, and what reviewers did and said. */
function Record({ of, indicator }: { of: ReviewedAnswer; indicator: ReviewIndicator }) {
  const { t } = useTranslation("assessments");
  const { dateTime } = useFormat();
  return (
    <>
      <Files label={t("evidence.of", { indicator: indicator.number })} of={of.evidence.map(({ id, note, file }) => ({ key: id, file, note }))} shown />
      {of.adjustments.map((one) => <Adjusted key={one.id} of={one} indicator={indicator} />)}
      {of.notes.map(({ id, reason, notedAt }) => <Notice key={id} title={t("review.asked", { at: dateTime(notedAt) })}>{reason}</Notice>)}
    </>
  );
}

interface RequestFormProps {
  reason: string | null;
  onClose: () => void;
  onRequest: (reason: string) => void;
  onUnkept: (isUnkept: boolean) => void;
}

function RequestForm({ reason, onClose, onRequest, onUnkept }: RequestFormProps) {
  const { t } = useTranslation("assessments");
  const close = () => {
    onUnkept(false);
    onClose();
  };
  const keep = (values: Values) => {
    onRequest(values["reason"] ?? "");
    close();
  };
  const note = ({ reason: typed = "" }: Values) => onUnkept(typed.trim() !== "" && typed !== reason);
  return (
    <Watched onTyped={note}>
      <Form onSubmit={keep}>
        <TextAreaField name="reason" label={t("review.requestReason")} hint={t("review.requestHint")} defaultValue={reason ?? ""} maxLength={1000} rows={3} required />
        <Row>
          <Submit>{t("review.keepRequest")}</Submit>
          <Button onClick={close}>{t("cancel")}</Button>
        </Row>
      </Form>
    </Watched>
  );
}

/** An adjustment with both values and its reason. */
function Adjusted({ of, indicator }: { of: ReviewedAnswer["adjustments"][number]; indicator: ReviewIndicator }) {
  const { t } = useTranslation("assessments");
  const { text, dateTime, colon } = useFormat();
  const value = useValue();
  const changes = indicator.inputs.flatMap(({ code, name, unit }) => {
    const [old, now] = [of.oldInputs, of.newInputs].map((inputs) => inputs.find((input) => input.code === code)?.value ?? null);
    const words = (figure: string | null | undefined) => (figure === null || figure === undefined ? t("blank") : value(figure, unit));
    return old === now ? [] : [`${text(name)}${colon}${words(old)} → ${words(now)}`];
  });
  const proof = of.oldProof === of.newProof ? [] : [`${t("proof.title")}${colon}${t(`proof.${of.oldProof}`)} → ${t(`proof.${of.newProof}`)}`];
  return (
    <Notice title={t("review.adjusted", { at: dateTime(of.adjustedAt) })}>
      <Stack gap="small">
        {[...changes, ...proof].map((change) => <strong key={change}>{change}</strong>)}
        <span>{of.reason}</span>
      </Stack>
    </Notice>
  );
}
