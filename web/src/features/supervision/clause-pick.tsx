import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { ClausePickQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { CheckGroup } from "../../ui/fields.tsx";
import { Notice } from "../../ui/notice.tsx";

const ClausePickDocument = graphql(`
  query ClausePick($on: Date!) { clausesInForce(on: $on) { document versionId version code title text } }
`);

type Clause = Answer["clausesInForce"][number];

/** The clauses a case may cite: those that bound members on the day of the breach, with their words. */
export function ClausePick({ on }: { on: string }) {
  const { t } = useTranslation("supervision");
  const { data, previousData } = useQuery(ClausePickDocument, { variables: { on }, skip: on === "" });
  const clauses = on === "" ? undefined : (data ?? previousData)?.clausesInForce;
  if (clauses === undefined) return <Notice>{t("open.dayFirst")}</Notice>;
  if (clauses.length === 0) return <Notice tone="bad">{t("open.noneInForce")}</Notice>;
  return (
    <>
      <ClausesOf name="charges" label={t("open.pledgeClauses")} hint={t("open.clausesHint")} of={clauses.filter(({ document }) => document === "PLEDGE")} />
      <ClausesOf name="articles" label={t("open.normArticles")} of={clauses.filter(({ document }) => document === "NORM")} />
    </>
  );
}

function ClausesOf({ name, label, hint, of }: { name: string; label: string; hint?: string; of: readonly Clause[] }) {
  const { text } = useFormat();
  if (of.length === 0) return null;
  const options = of.map(({ versionId, code, title, text: words }) => ({ value: `${versionId} ${code}`, label: `${code} ${text(title)}`, hint: text(words) }));
  return <CheckGroup name={name} label={label} hint={hint} options={options} />;
}

/** The clauses ticked in a form. */
export const citedIn = (form: HTMLFormElement): { versionId: string; code: string }[] => {
  const data = new FormData(form);
  return [...data.getAll("charges"), ...data.getAll("articles")].map((ticked) => {
    const [versionId = "", code = ""] = String(ticked).split(" ");
    return { versionId, code };
  });
};
