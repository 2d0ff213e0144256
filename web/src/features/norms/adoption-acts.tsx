import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { today } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Row } from "../../ui/stack.tsx";

const AdoptionActsVersion = graphql(`
  fragment AdoptionActs_version on NormVersion {
    id standing
    mayWrite: viewerMay(act: NORM_DRAFT)
    mayAdopt: viewerMay(act: NORM_ADOPT)
    mayJudge: viewerMay(act: NORM_JUDGE)
  }
`);
const AdoptionActsOpen = graphql(`
  mutation AdoptionActsOpen($id: ID!, $closesOn: Date!) {
    normConsultationOpen(id: $id, closesOn: $closesOn) { version { id } problems { code path } }
  }
`);
const AdoptionActsReturn = graphql(`
  mutation AdoptionActsReturn($id: ID!, $reason: String!) {
    normDraftReturn(id: $id, reason: $reason) { version { id } problems { code path } }
  }
`);
const AdoptionActsJustify = graphql(`
  mutation AdoptionActsJustify($id: ID!, $reason: String!) {
    normPriceHitsAccept(id: $id, reason: $reason) { version { id } problems { code path } }
  }
`);
const AdoptionActsAdopt = graphql(`
  mutation AdoptionActsAdopt($id: ID!, $inForceOn: Date!) {
    normAdopt(id: $id, inForceOn: $inForceOn) { version { id } problems { code path ... on RuleProblem { article } } }
  }
`);

interface AdoptionActsProps {
  of: FragmentType<typeof AdoptionActsVersion>;
  hasHits: boolean;
  isJustified: boolean;
}

/** The next steps of a version, as far as the viewer may take them; each asks for what it needs first. */
export function AdoptionActs({ of, hasHits, isJustified }: AdoptionActsProps) {
  const { t } = useTranslation("norms");
  const { id, standing, mayWrite, mayAdopt, mayJudge } = useFragment(AdoptionActsVersion, of);
  const [open, back, justify, adopt] = [useAction(AdoptionActsOpen, { refreshes: true }), useAction(AdoptionActsReturn, { refreshes: true }), useAction(AdoptionActsJustify, { refreshes: true }), useAction(AdoptionActsAdopt, { refreshes: true })];
  const isOver = standing === "CONSULTED";
  return (
    <>
      {mayWrite && (
        <AskedAct act="open" action={open} onConfirm={({ closesOn = "" }) => open.run({ id, closesOn })}>
          <TextField name="closesOn" type="date" label={t("open.closesOn")} min={today()} width="middle" required />
        </AskedAct>
      )}
      {mayJudge && hasHits && !isJustified && (
        <AskedAct act="justify" action={justify} onConfirm={({ reason = "" }) => justify.run({ id, reason })}>
          <TextAreaField name="reason" label={t("reason")} maxLength={2000} rows={3} required />
        </AskedAct>
      )}
      {mayAdopt && isOver && (
        <AskedAct act="adopt" action={adopt} onConfirm={({ inForceOn = "" }) => adopt.run({ id, inForceOn })}>
          <TextField name="inForceOn" type="date" label={t("adopt.inForceOn")} min={today()} width="middle" required />
        </AskedAct>
      )}
      {mayAdopt && (
        <AskedAct act="back" action={back} onConfirm={({ reason = "" }) => back.run({ id, reason })}>
          <TextAreaField name="reason" label={t("reason")} maxLength={2000} rows={3} required />
        </AskedAct>
      )}
    </>
  );
}

interface AskedActProps {
  act: "open" | "justify" | "adopt" | "back";
  action: { busy: boolean; problems: readonly Problem[] };
  /** Answers null when it did not happen; then the dialog stays and says why. */
  onConfirm: (values: Values) => Promise<unknown>;
  children: ReactNode;
}

/** An act that asks for one thing before it is done. */
function AskedAct({ act, action, onConfirm, children }: AskedActProps) {
  const { t } = useTranslation(["norms", "ui"]);
  const [isOpen, setOpen] = useState(false);
  const confirm = async (values: Values) => {
    if ((await onConfirm(values)) !== null) setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(`${act}.act`)}</Button>
      {isOpen && (
        <Dialog title={t(`${act}.title`)} onClose={() => setOpen(false)}>
          <p>{t(`${act}.what`)}</p>
          <Form onSubmit={confirm} problems={action.problems}>
            {children}
            <Row>
              <Submit busy={action.busy}>{t(`${act}.act`)}</Submit>
              <Button onClick={() => setOpen(false)}>{t("ui:cancel")}</Button>
            </Row>
          </Form>
        </Dialog>
      )}
    </>
  );
}
