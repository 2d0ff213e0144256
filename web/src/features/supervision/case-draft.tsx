import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { CaseDraft_CaseFragment as Case } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { type Fact, Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/page.tsx";
import { Words } from "../../ui/words.tsx";
import { capitalised, useSanctionWords } from "./sanction-words.ts";

const CaseDraftCase = graphql(`
  fragment CaseDraft_case on SanctionCase {
    draft { outcome step months amount legalBasis mitigations upheld reasons savedAt }
    imposed { step stepsDown publishedDays months }
    decisions { id }
    charges { versionId code title }
    ladder { version steps { code name } mitigations { code name } }
  }
`);

type Drafted = NonNullable<Case["draft"]>;

/** What a panel is asked to decide, and what it comes down to; once there is a decision it is folded away. */
export function CaseDraft({ of }: { of: FragmentType<typeof CaseDraftCase> }) {
  const { t } = useTranslation("supervision");
  const about = useFragment(CaseDraftCase, of);
  const { draft, decisions } = about;
  if (!draft) return null;
  return (
    <Section title={t("draft.title")}>
      {decisions.length === 0 ? <Proposal of={draft} about={about} /> : <Disclosure label={t("draft.folded")}><Proposal of={draft} about={about} /></Disclosure>}
    </Section>
  );
}

function Proposal({ of: draft, about }: { of: Drafted; about: Case }) {
  const { t } = useTranslation("supervision");
  const { text, dateTime } = useFormat();
  const upheld = about.charges.filter(({ code }) => draft.upheld.includes(code));
  return (
    <>
      <Facts
        of={[
          { label: t("draft.outcome"), value: t(`draftOutcome.${draft.outcome}`) },
          ...useSanctionFacts(draft, about),
          { label: t("draft.upheld"), value: upheld.length === 0 ? t("draft.nothingUpheld") : upheld.map(({ versionId, code, title }) => <p key={`${versionId} ${code}`}>{`${code} ${text(title)}`}</p>) },
          ...(draft.legalBasis ? [{ label: t("draft.legalBasis"), value: draft.legalBasis }] : []),
          { label: t("draft.savedAt"), value: dateTime(draft.savedAt) },
        ]}
      />
      <h3>{t("draft.reasons")}</h3>
      <Words>{draft.reasons}</Words>
    </>
  );
}

/** From which step to which, for how long it is public, and why. */
function useSanctionFacts(draft: Drafted, { imposed, ladder }: Case): Fact[] {
  const { t } = useTranslation("supervision");
  const { text, list } = useFormat();
  const nameOf = useSanctionWords(ladder.steps);
  if (!imposed) return [];
  const counted = ladder.mitigations.filter(({ code }) => draft.mitigations.includes(code)).map(({ name }) => text(name));
  return [
    { label: t("draft.imposed"), value: nameOf(imposed), note: imposed.stepsDown > 0 ? t("draft.downFrom", { step: nameOf({ step: draft.step, months: null }), count: imposed.stepsDown }) : t("draft.notDown") },
    { label: t("draft.public"), value: imposed.publishedDays === 0 ? t("decision.notPublic") : t("decision.days", { count: imposed.publishedDays }) },
    { label: t("draft.mitigations"), value: counted.length === 0 ? t("draft.noMitigation") : capitalised(list(counted)) },
  ];
}
