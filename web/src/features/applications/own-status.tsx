import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { type Fact, Facts } from "../../ui/facts.tsx";
import { Files } from "../../ui/files.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Words } from "../../ui/words.tsx";
import { Access } from "./access.tsx";
import { stateTones } from "./choices.ts";
import { ClockBadge, useClockNote } from "./clock.tsx";
import { useStated } from "./given.tsx";
import { History } from "./history.tsx";
import { nameIn } from "./names.tsx";
import type { Own } from "./own-data.ts";
import { fetchOwnFile } from "./own-file.ts";
import { SecretLink } from "./secret-link.tsx";
import { Withdraw } from "./withdraw.tsx";

/** How an application stands once it is out of its maker's hands. */
export function OwnStatus({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const { text, dateTime } = useFormat();
  const clockNote = useClockNote();
  const facts: Fact[] = [
    { label: t("state.title"), value: <Badge tone={stateTones[own.state]}>{t(`state.${own.state}`)}</Badge> },
    ...(own.clock ? [{ label: t("clock.title"), value: <ClockBadge of={own.clock} />, note: clockNote(own.clock) }] : []),
    ...(own.submittedAt === null ? [] : [{ label: t("submittedAt"), value: dateTime(own.submittedAt) }]),
    { label: t("reference"), value: <code>{own.id}</code> },
  ];
  return (
    <Page title={nameIn(own.name, text(own.name)) || t("own.title")} lead={t(`own.lead.${own.state}`)}>
      {own.state === "REFUSED" && <Refusal own={own} />}
      {own.state === "ADMITTED" && <Access own={own} token={token} />}
      <Facts of={facts} />
      {own.state === "SUBMITTED" && <SecretLink token={token} />}
      <History of={own.steps.map((step) => (step.kind === "REFUSED" && step.reason !== null ? { ...step, reason: null, reasonDigest: null } : step))} />
      {own.erasedAt === null ? <Stated own={own} token={token} /> : <p>{t("own.erased", { date: dateTime(own.erasedAt) })}</p>}
      {own.state === "SUBMITTED" && <Section title={t("withdraw.section")} screenOnly><Withdraw own={own} token={token} /></Section>}
    </Page>
  );
}

/** Why it was refused, as long as the words are kept; the history below does not say it again. */
function Refusal({ own }: { own: Own }) {
  const { t } = useTranslation("applications");
  const reason = own.steps.findLast(({ kind }) => kind === "REFUSED")?.reason;
  const again = <div><ButtonLink to="/apply">{t("own.applyAgain")}</ButtonLink></div>;
  if (!reason) return again;
  return (
    <Section title={t("own.refused")}>
      <Words>{reason}</Words>
      {again}
    </Section>
  );
}

function Stated({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const stated = useStated();
  return (
    <Disclosure label={t("own.stated")}>
      <Facts of={stated(own).map(({ changeAt: _, ...fact }) => fact)} />
      <Files label={t("evidence.title")} onFetch={(file) => fetchOwnFile(file, token)} of={own.evidence.map((file) => ({ key: file.id, file, note: t(`evidence.kind.${file.kind}`) }))} />
    </Disclosure>
  );
}
