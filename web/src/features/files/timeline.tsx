import { useSuspenseQuery } from "@apollo/client/react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { TimelineKind } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { DatedList } from "../../ui/dated-list.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { kinds, signs, tones } from "./event-marks.tsx";
import { pageOfRecord } from "./record-page.ts";

const PAGE = 25;

const TimelineQuery = graphql(`
  query Timeline($id: ID!, $first: Int!, $after: String, $kinds: [TimelineKind!]) {
    member(id: $id) {
      id
      timeline(first: $first, after: $after, kinds: $kinds) {
        edges { node { id on isComing kind event words record { kind id } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** Everything that happened to a member, latest first; the kind it is narrowed to stands in the address. */
export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation("files");
  const [{ timeline: asked }, setFilter] = useFilter("timeline");
  const kind = kinds.find((each) => each === asked) ?? null;
  return (
    <Section title={t("timeline.title")}>
      <FilterSelect
        label={t("timeline.kind")}
        all={t("timeline.all")}
        options={kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        chosen={kind}
        onChoose={(value) => setFilter({ timeline: value })}
      />
      <Suspense fallback={<Loading />}>
        <TimelinePage key={`${id} ${kind}`} id={id} kind={kind} after={null} />
      </Suspense>
    </Section>
  );
}

interface PageProps {
  id: string;
  kind: TimelineKind | null;
  /** Where the page before it ends; null for the first. */
  after: string | null;
}

/** A page, and those after it once they are asked for: each begins where the one before ends now. */
function TimelinePage({ id, kind, after }: PageProps) {
  const { t } = useTranslation("files");
  const { text, date } = useFormat();
  const { viewer } = useSession();
  const [isOpen, setOpen] = useState(false);
  const variables = { id, first: PAGE, after, kinds: kind && [kind] };
  const timeline = useSuspenseQuery(TimelineQuery, { variables, fetchPolicy: "cache-and-network" }).data.member?.timeline;
  if (!timeline || !viewer) return null;
  const { edges, pageInfo } = timeline;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  if (edges.length === 0) return <p>{t("timeline.none")}</p>;
  return (
    <Stack gap="small">
      <DatedList
        label={t("timeline.title")}
        asked={after !== null}
        of={edges.map(({ node }) => ({
          key: node.id, day: date(node.on), sign: signs[node.kind], tone: tones[node.event], words: text(node.words), to: pageOfRecord(node, viewer),
          note: node.isComing ? `${t(`kind.${node.kind}`)} · ${t("timeline.coming")}` : t(`kind.${node.kind}`),
        }))}
      />
      {next !== null && (isOpen ? (
        <Suspense fallback={<Loading />}>
          <TimelinePage key={next} id={id} kind={kind} after={next} />
        </Suspense>
      ) : (
        <Row>
          <Button onClick={() => setOpen(true)}>{t("timeline.earlier")}</Button>
        </Row>
      ))}
    </Stack>
  );
}
