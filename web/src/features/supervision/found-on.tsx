import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Named } from "../../ui/named.tsx";

const FoundOnFinding = graphql(`
  fragment FoundOn_finding on Finding { id foundAt alsoFoundAt }
`);

/** When an audit found it, with the other days on which the same was found. */
export function FoundOn({ of }: { of: FragmentType<typeof FoundOnFinding> }) {
  const { t } = useTranslation("supervision");
  const { dayOf, list, colon } = useFormat();
  const { foundAt, alsoFoundAt } = useFragment(FoundOnFinding, of);
  const days = [...new Set(alsoFoundAt.map(dayOf))].filter((day) => day !== dayOf(foundAt));
  return <Named name={dayOf(foundAt)} {...(days.length > 0 && { note: `${t("finding.alsoFoundAt")}${colon}${list(days)}` })} />;
}
