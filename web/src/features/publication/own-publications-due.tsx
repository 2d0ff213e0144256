import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

const OwnPublicationsDueQuery = graphql(`
  query OwnPublicationsDue { viewer { id member { id publications { id caseNumber stepName standing repairBar repairs { id state } } } } }
`);

/** What a firm can do about decisions on its file: hand in what was asked for, or ask for a repair that is open. */
export function OwnPublicationsDue() {
  const { t } = useTranslation("publication");
  const { text } = useFormat();
  const mayAsk = useSession().may("REPAIR_FILE");
  const publications = useSuspenseQuery(OwnPublicationsDueQuery, { fetchPolicy: "cache-and-network" }).data.viewer?.member?.publications ?? [];
  const returned = publications.flatMap(({ caseNumber, repairs }) => repairs.filter(({ state }) => state === "RETURNED").map(({ id }) => ({ to: `/repairs/${id}`, what: t("due.returned", { number: caseNumber }), act: t("due.handIn") })));
  const open = mayAsk ? publications.filter(({ repairBar }) => repairBar === null).map(({ id, caseNumber, stepName }) => ({ to: `/publications/${id}/repair`, what: t("due.open", { step: text(stepName), number: caseNumber }), act: t("next.ask") })) : [];
  const matters = [...returned, ...open];
  if (matters.length === 0) return null;
  return (
    <Notice tone="wait" title={t("due.own")}>
      <Stack gap="small">
        {matters.map(({ to, what, act }) => (
          <div key={to}>
            <p>{what}</p>
            <ButtonLink to={to}>{act}</ButtonLink>
          </div>
        ))}
      </Stack>
    </Notice>
  );
}
