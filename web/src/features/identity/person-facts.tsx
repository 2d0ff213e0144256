import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Facts } from "../../ui/facts.tsx";
import { AccessBadge, TwoStepBadge } from "./badges.tsx";

const PersonFactsUser = graphql(`
  fragment PersonFacts_user on User {
    id roles totpEnrolledAt joinedAt disabledAt member { id name }
  }
`);

/** What is known of a person's account. */
export function PersonFacts({ of }: { of: FragmentType<typeof PersonFactsUser> }) {
  const { t } = useTranslation("identity");
  const { list, text, dateTime } = useFormat();
  const { roles, member, joinedAt, totpEnrolledAt, disabledAt } = useFragment(PersonFactsUser, of);
  const since = (at: string | null | undefined) => (at ? { note: t("person.since", { at: dateTime(at) }) } : {});
  return (
    <Facts
      of={[
        ...(member ? [{ label: t("people.firm"), value: text(member.name) }] : []),
        { label: t("account.roles"), value: list(roles.map((role) => t(`role.${role}`))) },
        { label: t("twoStep.title"), value: <TwoStepBadge enrolledAt={totpEnrolledAt} />, ...since(totpEnrolledAt) },
        { label: t("people.since"), value: dateTime(joinedAt) },
        { label: t("people.access"), value: <AccessBadge disabledAt={disabledAt} />, ...since(disabledAt) },
      ]}
    />
  );
}
