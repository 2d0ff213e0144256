import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { Prose } from "../../ui/prose.tsx";

const CitedQuery = graphql(`
  fragment Cited_query on Query {
    norms { id inForce { id chapters { articles { code title text } } } }
    pledge { id clauses { code title duty } }
  }
`);

/** The article or clause a finding rests on, as it stands in force; the code alone when it stands there no more. */
export function Cited({ in: query, code }: { in: FragmentType<typeof CitedQuery>; code: string }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const { norms, pledge } = useFragment(CitedQuery, query);
  const articles = norms.flatMap(({ inForce }) => inForce?.chapters.flatMap((chapter) => chapter.articles) ?? []);
  const clauses = pledge?.clauses.map(({ code: own, title, duty }) => ({ code: own, title, text: duty })) ?? [];
  const found: { title: Localized; text: Localized } | undefined = [...articles, ...clauses].find((each) => each.code === code);
  const name = found ? `${code} ${text(found.title)}` : code;
  return (
    <Prose label={t("finding.article")}>
      <p>
        <strong>{name}</strong>
      </p>
      {found && <p>{text(found.text)}</p>}
    </Prose>
  );
}
