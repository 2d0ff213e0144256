import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { NormVersionPageQuery } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Adoption } from "./adoption.tsx";
import { Answers } from "./answers.tsx";
import { Comments } from "./comments.tsx";
import { NormText } from "./norm-text.tsx";
import { OwnComments } from "./own-comments.tsx";
import { StandingBadge } from "./standing-badge.tsx";
import { Training } from "./training.tsx";

const NormVersionPageDocument = graphql(`
  query NormVersionPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on NormVersion {
        number standing title inForceOn reviewDueOn consultationClosesOn round
        norm { id inForce { id } }
        externalNorms { number title }
        ...NormText_version
        ...OwnComments_version
        ...Training_version
      }
    }
  }
`);

type Version = Extract<NormVersionPageQuery["node"], { __typename: "NormVersion" }>;

/** One version of a norm: where it stands, its words, and, while it is being made, what members say and what the officers do. */
export function NormVersionPage() {
  const { t } = useTranslation("norms");
  const { text } = useFormat();
  const { may } = useSession();
  const { id = "" } = useParams();
  const { node } = useSuspenseQuery(NormVersionPageDocument, { variables: { id } }).data;
  if (node?.__typename !== "NormVersion") return <NotFound />;
  const { number, standing, title, round, norm } = node;
  return (
    <Page
      title={t("titleNumbered", { title: text(title), version: number })}
      above={[{ to: "/norms", label: t("norms.title") }, ...(norm ? [{ to: `/norms/${norm.id}`, label: text(title) }] : [])]}
      actions={<Ways of={node} />}
    >
      <VersionFacts of={node} />
      {may("NORM_REVIEW") && isInMaking(standing) && <Adoption id={id} />}
      <Own of={node} />
      <NormText of={node} />
      {round > 0 && <Heard id={id} />}
    </Page>
  );
}

const isInMaking = (standing: string) => standing === "DRAFT" || standing === "CONSULTATION" || standing === "CONSULTED";

/** To the version in force beside this one, and to who has read it. */
function Ways({ of: { id, standing, norm } }: { of: Version }) {
  const { t } = useTranslation("norms");
  const { may } = useSession();
  const inForce = norm?.inForce;
  return (
    <>
      {inForce && inForce.id !== id && <ButtonLink to={`/norms/versions/${inForce.id}/compare/${id}`}>{t("compare.withInForce")}</ButtonLink>}
      {may("NORM_REVIEW") && !isInMaking(standing) && <ButtonLink to={`/norms/versions/${id}/readers`}>{t("reading.seeWho")}</ButtonLink>}
    </>
  );
}

function VersionFacts({ of: { standing, inForceOn, consultationClosesOn, round, reviewDueOn, externalNorms } }: { of: Version }) {
  const { t } = useTranslation("norms");
  const { text, date } = useFormat();
  return (
    <>
      <Facts
        of={[
          { label: t("standing.title"), value: <StandingBadge of={standing} />, ...(inForceOn && { note: t("versions.fromDay", { date: date(inForceOn) }) }) },
          ...(consultationClosesOn ? [{ label: t("consultation.until"), value: date(consultationClosesOn), note: t("consultation.round", { round }) }] : []),
          ...(reviewDueOn ? [{ label: t("reviewDueOn"), value: date(reviewDueOn) }] : []),
          { label: t("external"), value: externalNorms.map((external) => <p key={external.number}>{`${external.number} ${text(external.title)}`}</p>) },
        ]}
      />
      {standing === "CONSULTATION" && consultationClosesOn && <Notice tone="wait" title={t("consultation.open")}>{t("consultation.lead", { date: date(consultationClosesOn) })}</Notice>}
    </>
  );
}

/** What a member's firm said, and whom it trained, for its people. */
function Own({ of }: { of: Version }) {
  const { may } = useSession();
  return (
    <>
      {of.round > 0 && may("NORM_COMMENT") && <OwnComments of={of} />}
      {!isInMaking(of.standing) && may("NORM_TRAIN") && <Training of={of} />}
    </>
  );
}

/** What all said, for the association, and what the association answered, for all who were asked. */
function Heard({ id }: { id: string }) {
  const { may } = useSession();
  return (
    <>
      {may("NORM_REVIEW") && <Comments id={id} />}
      {may("NORM_CONSULT") && <Answers id={id} />}
    </>
  );
}
