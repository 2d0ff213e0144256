import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { useClockWords } from "./case-clock.tsx";

export const WaitingSeatsQuery = graphql(`
  query WaitingSeats {
    panelSeatsWaiting {
      seatedAt isDeclared
      case { id number title member { id name } }
      appeal { id clock { state due left pausedSince } }
    }
  }
`);

/** The cases and appeals that want something of the reader, who sits on their panels. */
export function WaitingSeats() {
  const { t } = useTranslation("supervision");
  const { text, dayOf } = useFormat();
  const clockWords = useClockWords();
  const { panelSeatsWaiting } = useSuspenseQuery(WaitingSeatsQuery, { fetchPolicy: "cache-and-network" }).data;
  return (
    <Table
      of={whole(panelSeatsWaiting.map((seat) => ({ ...seat, id: seat.appeal?.id ?? seat.case.id })))}
      caption={t("casesView.waiting")}
      empty={<Empty title={t("seat.noneWaiting")} />}
      columns={[
        {
          key: "matter",
          title: t("seat.matter"),
          render: ({ appeal, case: about }) => (
            <Named to={appeal ? `/appeals/${appeal.id}` : `/cases/${about.id}`} name={about.title} note={t(appeal ? "appeal.numbered" : "case.numbered", { number: about.number })} />
          ),
        },
        { key: "member", title: t("case.member"), render: ({ case: { member } }) => text(member.name) },
        { key: "wanted", title: t("seat.wanted"), render: ({ isDeclared, appeal }) => (
          <Named name={<Badge tone="wait">{t(isDeclared ? "seat.wantsVote" : "seat.wantsDeclaration")}</Badge>} {...(appeal?.clock && { note: clockWords(appeal.clock) })} />
        ) },
        { key: "since", title: t("seat.since"), unbroken: true, render: ({ seatedAt }) => dayOf(seatedAt) },
      ]}
    />
  );
}
