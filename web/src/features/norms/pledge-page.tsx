import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
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
    viewer { id member { id pledgeState maySign: viewerMay(act: PLEDGE_SIGN) pledgeSignature { id } } }
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

  const member = viewer?.member ?? null;
  const signature = member?.pledgeSignature ?? null;
  const isDue = member !== null && member.pledgeState !== "SIGNED";
  const lead = t("pledge.lead", { version: pledge.number, date: date(pledge.inForceOn), by: date(pledge.signBy) });
  return (
    <Page title={text(pledge.title)} lead={lead}>
      {signature !== null && (
        <Section title={t(isDue ? "pledge.signedBefore" : "pledge.signed")}>
          {isDue && <Notice tone="wait">{t("pledge.signAgain", { by: date(pledge.signBy) })}</Notice>}
          <Signature id={signature.id} />
        </Section>
      )}
      {isDue && member.maySign ? (
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
