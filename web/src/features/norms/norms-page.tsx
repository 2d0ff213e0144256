import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Empty } from "../../ui/empty.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Named } from "../../ui/named.tsx";
import { Page } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { SanctionLadder } from "./sanction-ladder.tsx";
import { StandingBadge } from "./standing-badge.tsx";

const NormsPageQuery = graphql(`
  query NormsPage {
    norms { id title isReviewDue inForce { id number inForceOn reviewDueOn } inMaking { id number standing consultationClosesOn } }
    sanctionLadder { ...SanctionLadder_ladder }
  }
`);

export function NormsPage() {
  const { t } = useTranslation("norms");
  const { text, date } = useFormat();
  const { norms, sanctionLadder } = useSuspenseQuery(NormsPageQuery).data;
  return (
    <Page title={t("norms.title")} lead={t("norms.lead")}>
      <Table
        of={whole(norms)}
        caption={t("norms.title")}
        empty={<Empty title={t("norms.none")} />}
        columns={[
          { key: "title", title: t("norms.name"), render: ({ id, title }) => <Named to={`/norms/${id}`} name={text(title)} /> },
          { key: "version", title: t("version"), numeric: true, render: ({ inForce }) => inForce?.number ?? t("norms.notYet") },
          { key: "since", title: t("inForceOn"), render: ({ inForce }) => inForce?.inForceOn && date(inForce.inForceOn) },
          { key: "review", title: t("reviewDueOn"), render: ({ inForce, isReviewDue }) => inForce?.reviewDueOn && <Named name={date(inForce.reviewDueOn)} {...(isReviewDue && { note: <Badge tone="wait">{t("norms.reviewDue")}</Badge> })} /> },
          { key: "next", title: t("norms.next"), render: ({ inMaking }) => inMaking ? <Named to={`/norms/versions/${inMaking.id}`} name={t("versionNumbered", { version: inMaking.number })} note={<StandingBadge of={inMaking.standing} />} /> : "–" },
        ]}
      />
      {sanctionLadder && <SanctionLadder of={sanctionLadder} />}
    </Page>
  );
}
