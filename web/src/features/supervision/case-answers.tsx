import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { Section } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Words } from "../../ui/words.tsx";
import { HandedFiles } from "./handed-files.tsx";

const CaseAnswersCase = graphql(`
  fragment CaseAnswers_case on SanctionCase { answers { id text final filedAt files { id name size } } }
`);

/** What the member said, in the order it was said, with what it handed in. */
export function CaseAnswers({ of, title, none }: { of: FragmentType<typeof CaseAnswersCase>; title: string; none: string }) {
  const { t } = useTranslation("supervision");
  const { dateTime } = useFormat();
  const { answers } = useFragment(CaseAnswersCase, of);
  return (
    <Section title={title}>
      {answers.length === 0 && <p>{none}</p>}
      {answers.length > 0 && (
        <Stack>
          {answers.map(({ id, text, final, filedAt, files }) => (
            <Card key={id} title={dateTime(filedAt)} {...(final && { actions: <Badge tone="note">{t("answer.wasFinal")}</Badge> })}>
              <Words>{text}</Words>
              <HandedFiles of={files} />
            </Card>
          ))}
        </Stack>
      )}
    </Section>
  );
}
