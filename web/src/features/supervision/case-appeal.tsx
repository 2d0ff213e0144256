import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { AppealBadge } from "./appeal-badge.tsx";
import { useClockWords } from "./case-clock.tsx";
import { capitalised } from "./sanction-words.ts";

const CaseAppealCase = graphql(`
  fragment CaseAppeal_case on SanctionCase {
    appeal { id outcome filedOn grounds clock { state due left pausedSince } }
    ladder { version appealGrounds { code name } }
  }
`);

/** The appeal in a case, and the way to it; nothing when there is none. */
export function CaseAppeal({ of }: { of: FragmentType<typeof CaseAppealCase> }) {
  const { t } = useTranslation("supervision");
  const { text, date, list } = useFormat();
  const clockWords = useClockWords();
  const { appeal, ladder } = useFragment(CaseAppealCase, of);
  if (!appeal) return null;
  return (
    <Section title={t("appeal.name")}>
      <Facts
        of={[
          { label: t("case.state"), value: <AppealBadge outcome={appeal.outcome} />, ...(appeal.clock && { note: clockWords(appeal.clock) }) },
          { label: t("appeal.filedOn"), value: date(appeal.filedOn) },
          { label: t("appeal.grounds"), value: capitalised(list(ladder.appealGrounds.filter(({ code }) => appeal.grounds.includes(code)).map(({ name }) => text(name)))) },
        ]}
      />
      <Row>
        <ButtonLink to={`/appeals/${appeal.id}`}>{t("appeal.look")}</ButtonLink>
      </Row>
    </Section>
  );
}
