import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Section } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { ChangeParts } from "./change-parts.tsx";
import { ScoreTree } from "./score-tree.tsx";
import { useSigned } from "./signed.ts";

const GradeExplainedGrade = graphql(`
  fragment GradeExplained_grade on ComplianceGrade {
    id
    explanation { ...ScoreTree_score }
    change { difference since { id at score } parts { ...ChangeParts_part } }
  }
`);

/** Where each point of a grade comes from, and what changed since the one before; nothing for a grade from before there was a ledger. */
export function GradeExplained({ of }: { of: FragmentType<typeof GradeExplainedGrade> }) {
  const { t } = useTranslation("credit");
  const { dayOf, decimal } = useFormat();
  const signed = useSigned();
  const { explanation, change } = useFragment(GradeExplainedGrade, of);
  return (
    <>
      {explanation && (
        <Section title={t("tree.title")}>
          <Stack>
            <p>{t("tree.lead")}</p>
            <ScoreTree of={explanation} />
          </Stack>
        </Section>
      )}
      {change && (
        <Section title={t("change.title")}>
          <Stack>
            <p>{t("change.lead", { date: dayOf(change.since.at), before: decimal(change.since.score ?? "0"), difference: signed(change.difference) })}</p>
            <ChangeParts of={change.parts} caption={t("change.title")} />
          </Stack>
        </Section>
      )}
    </>
  );
}
