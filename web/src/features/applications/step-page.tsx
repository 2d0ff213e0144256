import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { type DraftStep, stepAfter } from "./own-data.ts";

interface StepPageProps {
  step: DraftStep | "check";
  children: ReactNode;
}

/** One page of a draft. */
export function StepPage({ step, children }: StepPageProps) {
  const { t } = useTranslation("applications");
  return (
    <Page title={t(`step.${step}`)} lead={t(`stepLead.${step}`)} above={[{ to: "/application", label: t("own.title") }]}>
      {children}
    </Page>
  );
}

/** The way on from a page that saves by itself. */
export function OnFrom({ step }: { step: DraftStep }) {
  const { t } = useTranslation("applications");
  return <div><ButtonLink to={`?step=${stepAfter(step)}`} kind="main">{t("own.goOn")}</ButtonLink></div>;
}
