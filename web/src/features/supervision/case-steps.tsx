import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";

const CaseStepsCase = graphql(`
  fragment CaseSteps_case on SanctionCase { steps { id kind at personName note } }
`);

/** Everything that was done in a case, in its order, as far as the reader is told of it. */
export function CaseSteps({ of }: { of: FragmentType<typeof CaseStepsCase> }) {
  const { t } = useTranslation("supervision");
  const { dateTime } = useFormat();
  const { steps } = useFragment(CaseStepsCase, of);
  return (
    <Section title={t("case.steps")}>
      <Table
        of={whole(steps)}
        caption={t("case.steps")}
        columns={[
          { key: "step", title: t("case.step"), render: ({ kind, note }) => <Named name={t(`caseStep.${kind}`)} {...(note !== null && { note })} /> },
          { key: "person", title: t("case.by"), render: ({ personName }) => personName ?? t("case.byHouse") },
          { key: "at", title: t("case.at"), render: ({ at }) => dateTime(at) },
        ]}
      />
    </Section>
  );
}
