import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import type { NormDraftSaveInput } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { useAction } from "../../lib/use-action.ts";
import { SelectField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { DraftQuery, DraftSave, type DraftVersion, inputOf, withArticle, withChapter } from "./draft-data.ts";
import { localizedFrom, LocalizedField } from "../../ui/localized-field.tsx";
import { type DraftPart, partOf } from "./draft-part.ts";

/** The form of one chapter or article; `in-N1` stands for a new article of N1, `chapter` for a new chapter. */
export function DraftPartPage() {
  const { t } = useTranslation("norms");
  const { id = "", part: address = "" } = useParams();
  const { node } = useSuspenseQuery(DraftQuery, { variables: { id } }).data;
  const part = node?.__typename === "NormVersion" ? partOf(node, address) : null;
  if (node?.__typename !== "NormVersion" || part === null) return <NotFound />;
  return (
    <Page
      title={t(`edit.${part.kind}Title`, { part: part.place })}
      above={[{ to: "/norms", label: t("norms.title") }, { to: `/norms/versions/${id}/edit`, label: t("edit.title", { version: node.number }) }]}
    >
      {node.mayWrite ? <PartForm of={node} part={part} /> : <Notice tone="note">{t("edit.still")}</Notice>}
    </Page>
  );
}

function PartForm({ of, part }: { of: DraftVersion; part: DraftPart }) {
  const { t } = useTranslation("norms");
  const { text } = useFormat();
  const navigate = useNavigate();
  const save = useAction(DraftSave, { refreshes: true });
  const isArticle = part.kind === "article" || part.kind === "newArticle";
  const submit = async (values: Values) => {
    const saved = await save.run({ id: of.id, input: changed(of, part, values) });
    if (saved !== null) await navigate(`/norms/versions/${of.id}/edit`);
  };
  return (
    <Form onSubmit={submit} problems={save.problems.map(atField)}>
      {isArticle && (
        <SelectField
          name="chapter"
          label={t("edit.chapter")}
          defaultValue={part.chapter ?? ""}
          options={of.chapters.map(({ code, title }) => ({ value: code, label: `${code} ${text(title)}` }))}
          required
        />
      )}
      <LocalizedField name={isArticle ? "title" : "heading"} label={t("edit.heading")} {...(part.title && { value: part.title })} maxLength={200} />
      {part.kind === "newChapter" && <LocalizedField name="title" label={t("edit.firstHeading")} maxLength={200} />}
      {part.kind !== "chapter" && <LocalizedField name="text" label={t("edit.text")} {...(part.text && { value: part.text })} maxLength={4000} isLong />}
      <Submit busy={save.busy}>{t("edit.save")}</Submit>
    </Form>
  );
}

function changed(of: DraftVersion, part: DraftPart, values: Values): NormDraftSaveInput {
  const article = { code: part.kind === "article" ? part.code : null, title: localizedFrom(values, "title"), text: localizedFrom(values, "text") };
  const heading = localizedFrom(values, "heading");
  if (part.kind === "chapter") return withChapter(inputOf(of), { code: part.code, title: heading });
  if (part.kind === "newChapter") return withChapter(inputOf(of), { code: null, title: heading }, article);
  return withArticle(inputOf(of), values["chapter"] ?? "", article);
}

/** A problem of the whole text at the field of this form: only what this form holds was changed. */
const atField = (problem: Problem): Problem => ({
  ...problem,
  path: problem.path.replace(/^input\.chapters\.\d+\.(?:articles\.\d+\.)?/, (place) => (place.includes("articles") ? "" : "heading-")).replace(/^heading-title/, "heading"),
});
