import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { PledgeState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { contractLanguages, type Language } from "../../lib/language.ts";
import { Empty } from "../../ui/empty.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { PledgeText } from "./pledge-text.tsx";
import { SignPledge } from "./sign-pledge.tsx";
import { Signature } from "./signature.tsx";

const PledgePageQuery = graphql(`
  query PledgePage($language: Language!) {
    viewer { id member { id pledgeState pledgeReminders { dayOffset dueOn notedAt } maySign: viewerMay(act: PLEDGE_SIGN) pledgeSignature { id } } }
    pledge { id number title inForceOn signBy textDigest(language: $language) consent ...PledgeText_version }
  }
`);

/** The pledge in the language shown: read to its end, signed, and its receipt. */
export function PledgePage() {
  const { t, i18n } = useTranslation("norms");
  const { text, date } = useFormat();
  const language = contractLanguages[i18n.language as Language];
  const { pledge, viewer } = useSuspenseQuery(PledgePageQuery, { variables: { language } }).data;
  if (!pledge) return <Page title={t("pledge.title")}><Empty title={t("pledge.none")} /></Page>;

  const member = viewer?.member;
  const by = date(pledge.signBy);
  const isDue = mustSign(member);
  return (
    <Page title={text(pledge.title)} lead={t("pledge.lead", { version: pledge.number, date: date(pledge.inForceOn), by })}>
      {member?.pledgeSignature && <Signed id={member.pledgeSignature.id} signAgainBy={isDue ? by : null} />}
      <Reminders of={member} isDue={isDue} />
      {isDue && member?.maySign ? (
        <SignPledge key={language} version={pledge}>
          {(onReadToEnd) => <PledgeText of={pledge} onReadToEnd={onReadToEnd} />}
        </SignPledge>
      ) : (
        <>
          {isDue && <Notice tone="note">{t("pledge.administratorSigns")}</Notice>}
          <PledgeText of={pledge} />
        </>
      )}
    </Page>
  );
}

/** Whether a firm's signature is missing; who acts for no firm owes none. */
const mustSign = (member: { pledgeState: PledgeState } | null | undefined) => (member ? member.pledgeState !== "SIGNED" : false);

/** On which days the firm was reminded; nothing while it was not. */
function Reminders({ of, isDue }: { of: { pledgeReminders: readonly { dueOn: string }[] } | null | undefined; isDue: boolean }) {
  const { t } = useTranslation("norms");
  const { date, list } = useFormat();
  const days = (isDue && of?.pledgeReminders) || [];
  if (days.length === 0) return null;
  return <Notice tone="wait" title={t("pledge.reminded", { count: days.length })}>{list(days.map(({ dueOn }) => date(dueOn)))}</Notice>;
}

/** What the firm signed; `signAgainBy` is the day by which it is to sign the next version, or null. */
function Signed({ id, signAgainBy }: { id: string; signAgainBy: string | null }) {
  const { t } = useTranslation("norms");
  return (
    <Section title={t(signAgainBy === null ? "pledge.signed" : "pledge.signedBefore")}>
      {signAgainBy !== null && <Notice tone="wait">{t("pledge.signAgain", { by: signAgainBy })}</Notice>}
      <Signature id={id} />
    </Section>
  );
}
