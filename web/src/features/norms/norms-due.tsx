import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

const NormsDueQuery = graphql(`
  query NormsDue {
    norms { id title isReviewDue inMaking { id number standing consultationClosesOn } }
  }
`);

/** What waits for this person in the norms: a consultation for members; for officers an adoption, or a review that is due. */
export function NormsDue() {
  const { may } = useSession();
  const { t } = useTranslation("norms");
  const { text, date } = useFormat();
  const { norms } = useSuspenseQuery(NormsDueQuery).data;
  const open = norms.flatMap(({ inMaking }) => (inMaking?.standing === "CONSULTATION" && inMaking.consultationClosesOn ? [{ ...inMaking, until: inMaking.consultationClosesOn }] : []));
  const over = norms.flatMap(({ inMaking }) => (inMaking?.standing === "CONSULTED" ? [inMaking] : []));
  const matters = [
    ...(may("NORM_COMMENT") ? open.map(({ id, number, until }) => ({ to: `/norms/versions/${id}`, act: t("normsDue.act"), what: t("normsDue.comment", { version: number, date: date(until) }) })) : []),
    ...(may("NORM_ADOPT") ? over.map(({ id, number }) => ({ to: `/norms/versions/${id}`, act: t("normsDue.act"), what: t("normsDue.adopt", { version: number }) })) : []),
    ...(may("NORM_DRAFT") ? norms.filter(({ isReviewDue }) => isReviewDue).map(({ id, title }) => ({ to: `/norms/${id}`, act: t("normsDue.read"), what: t("normsDue.review", { title: text(title) }) })) : []),
  ];
  if (matters.length === 0) return null;
  return (
    <Notice tone="wait" title={t("normsDue.title")}>
      <Stack gap="small">
        {matters.map(({ to, act, what }) => (
          <div key={what}>
            <p>{what}</p>
            <ButtonLink to={to}>{act}</ButtonLink>
          </div>
        ))}
      </Stack>
    </Notice>
  );
}
