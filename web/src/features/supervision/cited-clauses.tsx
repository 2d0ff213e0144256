import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Stack } from "../../ui/stack.tsx";

export const CitedClausesClause = graphql(`
  fragment CitedClauses_clause on CitedClause { document versionId version code title text }
`);

/** Clauses as a case cites them: each in its version, its words to be unfolded. */
export function CitedClauses({ of }: { of: readonly FragmentType<typeof CitedClausesClause>[] }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const clauses = useFragment(CitedClausesClause, of);
  return (
    <Stack gap="small">
      {clauses.map(({ document, version, versionId, code, title, text: words }) => (
        <Disclosure key={`${versionId} ${code}`} label={t(`charge.${document}`, { code, title: text(title), version })}>
          <p>{text(words)}</p>
        </Disclosure>
      ))}
    </Stack>
  );
}
