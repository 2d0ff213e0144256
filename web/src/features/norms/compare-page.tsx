import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { ComparePageQuery } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { contractLanguages, type Language } from "../../lib/language.ts";
import { useFilter } from "../../lib/use-cursor.ts";
import { Badge } from "../../ui/badge.tsx";
import { Compared } from "../../ui/compared.tsx";
import { Contents } from "../../ui/contents.tsx";
import { Empty } from "../../ui/empty.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { Tabs } from "../../ui/tabs.tsx";

const ComparePageDocument = graphql(`
  query ComparePage($from: ID!, $to: ID!, $language: Language!) {
    normComparison(from: $from, to: $to, language: $language) {
      from { id number }
      to { id number title }
      title { change text }
      preamble { change text }
      parts { code chapter change isMoved title { change text } text { change text } }
    }
  }
`);

type Part = NonNullable<ComparePageQuery["normComparison"]>["parts"][number];
type Piece = Part["text"][number];

const tones = { SAME: "plain", CHANGED: "wait", ADDED: "good", REMOVED: "bad" } as const;

/** Two versions side by side, article by article; the contents lead from change to change. */
export function ComparePage() {
  const { t, i18n } = useTranslation("norms");
  const { text } = useFormat();
  const { from = "", to = "" } = useParams();
  const [filter, setFilter] = useFilter("parts");
  const language = contractLanguages[i18n.language as Language];
  const { normComparison } = useSuspenseQuery(ComparePageDocument, { variables: { from, to, language } }).data;
  if (!normComparison) return <NotFound />;
  const { from: first, to: second, title, preamble, parts } = normComparison;
  const isAll = filter.parts === "all";
  const changed = parts.filter(isChanged);
  const labels = { before: t("versionNumbered", { version: first.number }), after: t("versionNumbered", { version: second.number }) };
  const heads = [{ id: "title", name: t("edit.versionTitle"), pieces: title }, { id: "preamble", name: t("edit.preamble"), pieces: preamble }].filter(({ pieces }) => isAll || !isSame(pieces));
  return (
    <Page
      title={t("compare.heading", { before: first.number, after: second.number })}
      lead={t("compare.lead")}
      above={[{ to: "/norms", label: t("norms.title") }, { to: `/norms/versions/${to}`, label: t("titleNumbered", { title: text(second.title), version: second.number }) }]}
    >
      <Tabs
        label={t("compare.show")}
        chosen={isAll ? "all" : ""}
        onChoose={(chosen) => setFilter({ parts: chosen })}
        of={[{ value: "", label: t("compare.changed"), count: changed.length }, { value: "all", label: t("state.all"), count: parts.length }]}
      />
      {changed.length > 0 && <Contents label={t("compare.changes")} of={changed.map((part) => ({ to: part.code, label: `${part.code} ${nameOf(part)}` }))} />}
      {changed.length === 0 && heads.length === 0 && <Empty title={t("compare.none")} />}
      {heads.map(({ id, name, pieces }) => (
        <Section key={id} title={name}>
          <Compared {...labels} pieces={pieces} />
        </Section>
      ))}
      {(isAll ? parts : changed).map((part) => (
        <PartSection key={part.code} part={part} labels={labels} />
      ))}
    </Page>
  );
}

function PartSection({ part, labels }: { part: Part; labels: { before: string; after: string } }) {
  const { t } = useTranslation("norms");
  const { code, chapter, change, isMoved, title, text } = part;
  return (
    <div id={code}>
      <Section title={`${code} ${nameOf(part)}`}>
        <Row>
          <Badge tone={tones[change]}>{t(`partChange.${change}`)}</Badge>
          {isMoved && <Badge tone="note">{t("compare.moved")}</Badge>}
        </Row>
        {change === "CHANGED" && !isSame(title) && <Compared {...labels} pieces={title} />}
        {chapter !== null && chapter !== undefined && <Compared {...labels} pieces={text} />}
      </Section>
    </div>
  );
}

const isSame = (pieces: readonly Piece[]) => pieces.every(({ change }) => change === "SAME");
const isChanged = ({ change, isMoved }: Part) => change !== "SAME" || isMoved;

/** The heading as it reads now, or read before it was removed. */
const nameOf = ({ title, change }: Part) => title.filter((piece) => piece.change === (change === "REMOVED" ? "REMOVED" : "ADDED") || piece.change === "SAME").map(({ text }) => text).join("");
