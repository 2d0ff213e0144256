import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { NormDraftSaveInput } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Named } from "../../ui/named.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { DraftGeneral } from "./draft-general.tsx";
import { DraftQuery, DraftSave, type DraftVersion, inputOf, withoutPart, withPartBefore } from "./draft-data.ts";

/** A draft in parts: each leads to its form, and can be moved or removed. */
export function DraftPage() {
  const { t } = useTranslation("norms");
  const { text } = useFormat();
  const { id = "" } = useParams();
  const { node } = useSuspenseQuery(DraftQuery, { variables: { id } }).data;
  if (node?.__typename !== "NormVersion") return <NotFound />;
  return (
    <Page
      title={t("edit.title", { version: node.number })}
      lead={t("edit.lead")}
      above={[{ to: "/norms", label: t("norms.title") }, { to: `/norms/versions/${id}`, label: t("titleNumbered", { title: text(node.title), version: node.number }) }]}
    >
      {node.mayWrite ? (
        <>
          <Parts of={node} />
          <DraftGeneral key={node.revision} of={node} />
        </>
      ) : (
        <Notice tone="note">{t("edit.still")}</Notice>
      )}
    </Page>
  );
}

function Parts({ of }: { of: DraftVersion }) {
  const { t } = useTranslation("norms");
  const { text } = useFormat();
  const save = useAction(DraftSave, { refreshes: true });
  const at = `/norms/versions/${of.id}/edit`;
  const change = (input: NormDraftSaveInput) => save.run({ id: of.id, input });
  const rows = of.chapters.flatMap((chapter, place) => [
    { id: chapter.code, title: chapter.title, isChapter: true, isFirst: place === 0 },
    ...chapter.articles.map((article, within) => ({ id: article.code, title: article.title, isChapter: false, isFirst: within === 0 })),
  ]);
  return (
    <Section title={t("edit.parts")} actions={<ButtonLink to={`${at}/chapter`}>{t("edit.addChapter")}</ButtonLink>}>
      <Problems of={save.problems} />
      <Table
        of={whole(rows)}
        caption={t("edit.parts")}
        columns={[
          { key: "part", title: t("hit.part"), render: ({ id, title, isChapter }) => <Named to={`${at}/${id}`} name={`${id} ${text(title)}`} {...(isChapter && { note: t("edit.chapter") })} /> },
          {
            key: "acts",
            title: t("edit.acts"),
            render: ({ id, title, isChapter, isFirst }) => (
              <Row>
                {isChapter && <ButtonLink to={`${at}/in-${id}`} kind="quiet">{t("edit.addArticle")}</ButtonLink>}
                <Button kind="quiet" disabled={isFirst || save.busy} onClick={() => change(withPartBefore(inputOf(of), id))} label={`${t("edit.up")} ${id}`}>{t("edit.up")}</Button>
                <ConfirmButton label={t("edit.remove")} about={id} title={t("edit.removeTitle", { part: `${id} ${text(title)}` })} onConfirm={() => change(withoutPart(inputOf(of), id))} busy={save.busy} problems={save.problems} grave>
                  <p>{t(isChapter ? "edit.removeChapterWhat" : "edit.removeWhat")}</p>
                </ConfirmButton>
              </Row>
            ),
          },
        ]}
      />
    </Section>
  );
}
