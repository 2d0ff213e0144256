import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MemberStatus } from "../../gql/graphql.ts";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { languages, type Localized } from "../../lib/language.ts";
import { Badge } from "../../ui/badge.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/page.tsx";

const ApplicationChecksFields = graphql(`
  fragment ApplicationChecks_application on Application {
    id name creditCode isCreditCodeSound
    memberOfCode { id name number }
    formerMemberships { from to endedAs }
    membersAlike { id name }
    others { id state submittedAt }
    member { id }
  }
`);

/** What the portal has checked by itself; an officer weighs it. */
export function ApplicationChecks({ of }: { of: FragmentType<typeof ApplicationChecksFields> }) {
  const { t } = useTranslation("applications");
  const { dateTime } = useFormat();
  const { name, isCreditCodeSound, memberOfCode, formerMemberships, membersAlike, others, member } = useFragment(ApplicationChecksFields, of);
  const isFormer = formerMemberships.length > 0;
  const takenBy = [memberOfCode].filter((each) => each !== null).filter(({ id }) => !isFormer && id !== member?.id);
  return (
    <Section title={t("checks.title")}>
      <Facts
        of={[
          { label: t("checks.code"), value: <Verdict holds={isCreditCodeSound} otherwise="bad" words={["codeSound", "codeWrong"]} /> },
          memberOfCode !== null && isFormer
            ? { label: t("checks.unknown"), value: <Badge tone="wait">{t("checks.codeFormer")}</Badge>, note: <Former of={formerMemberships} as={memberOfCode} /> }
            : { label: t("checks.unknown"), value: <Verdict holds={takenBy.length === 0} otherwise="bad" words={["codeFree", "codeTaken"]} />, note: <Members of={takenBy} /> },
          { label: t("checks.alike"), value: <Badge tone={membersAlike.length > 0 ? "wait" : "good"}>{t("checks.alikeCount", { count: membersAlike.length })}</Badge>, note: <Members of={membersAlike} /> },
          { label: t("checks.names"), value: <Verdict holds={languages.every((language) => name[language] !== "")} otherwise="note" words={["namesAll", "namesSome"]} /> },
          {
            label: t("checks.others"), value: others.length === 0 ? t("checks.othersNone") : t("checks.othersCount", { count: others.length }),
            note: others.map(({ id, state, submittedAt }) => <div key={id}><Link to={`/applications/${id}`}>{submittedAt && dateTime(submittedAt)} · {t(`state.${state}`)}</Link></div>),
          },
        ]}
      />
    </Section>
  );
}

interface FormerProps {
  of: readonly { from: string; to: string; endedAs: MemberStatus }[];
  as: { id: string; number: number };
}

/** When the firm was a member before, how it left each time, and where its record is. */
function Former({ of, as: { id, number } }: FormerProps) {
  const { t } = useTranslation("applications");
  const { date } = useFormat();
  return (
    <>
      {of.map(({ from, to, endedAs }) => <div key={from}>{t("checks.formerly", { from: date(from), to: date(to), ended: t(`checks.ended.${endedAs}`) })}</div>)}
      <div><Link to={`/members/${id}`}>{t("checks.formerFile", { number })}</Link></div>
    </>
  );
}

interface VerdictProps {
  holds: boolean;
  /** What it means when it does not hold. */
  otherwise: "bad" | "note";
  /** What is said when it holds, and when it does not. */
  words: readonly [string, string];
}

function Verdict({ holds, otherwise, words: [so, not] }: VerdictProps) {
  const { t } = useTranslation("applications");
  return <Badge tone={holds ? "good" : otherwise}>{t(`checks.${holds ? so : not}`)}</Badge>;
}

function Members({ of }: { of: readonly { id: string; name: Localized }[] }) {
  const { text } = useFormat();
  return of.map(({ id, name }) => <div key={id}><Link to={`/members/${id}`}>{text(name)}</Link></div>);
}
