import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { LinkOnce } from "./link-once.tsx";

const PersonAccessUser = graphql(`
  fragment PersonAccess_user on User {
    id name disabledAt
    mayEntrust: viewerMay(act: USER_ENTRUST)
  }
`);
const PersonAccessRenew = graphql(`
  mutation PersonAccessRenew($id: ID!) {
    userAccessRenew(id: $id) { link expiresAt problems { code path } }
  }
`);
const PersonAccessDisable = graphql(`
  mutation PersonAccessDisable($id: ID!) {
    userDisable(id: $id) { user { id disabledAt } problems { code path } }
  }
`);
const PersonAccessEnable = graphql(`
  mutation PersonAccessEnable($id: ID!) {
    userEnable(id: $id) { user { id disabledAt } problems { code path } }
  }
`);

/** What can be done about a person's way in: a new link when they lost it, an end to it, and a new beginning. */
export function PersonAccess({ of }: { of: FragmentType<typeof PersonAccessUser> }) {
  const { t } = useTranslation("identity");
  const { dateTime } = useFormat();
  const { id, name, disabledAt, mayEntrust } = useFragment(PersonAccessUser, of);
  const renew = useAction(PersonAccessRenew);
  const disable = useAction(PersonAccessDisable);
  const enable = useAction(PersonAccessEnable);
  const [renewed, setRenewed] = useState<{ link: string; expiresAt: string } | null>(null);

  const makeLink = async () => {
    const made = (await renew.run({ id }))?.userAccessRenew;
    if (!made?.link || !made.expiresAt) return null;
    setRenewed({ link: made.link, expiresAt: made.expiresAt });
    return made;
  };
  const shutOut = () => {
    setRenewed(null);
    return disable.run({ id });
  };
  if (disabledAt)
    return (
      <Section title={t("people.access")}>
        <Row>
          <ConfirmButton label={t("enable.act")} title={t("enable.title", { name })} onConfirm={() => enable.run({ id })} busy={enable.busy} problems={enable.problems}>
            {t("enable.what")}
          </ConfirmButton>
        </Row>
      </Section>
    );
  return (
    <Section title={t("people.access")}>
      {renewed !== null && <LinkOnce link={renewed.link}>{t("renew.done", { name, until: dateTime(renewed.expiresAt) })}</LinkOnce>}
      <Row>
        {mayEntrust && (
          <ConfirmButton label={t("renew.act")} title={t("renew.title", { name })} onConfirm={makeLink} busy={renew.busy} problems={renew.problems}>
            {t("renew.what")}
          </ConfirmButton>
        )}
        <ConfirmButton grave label={t("disable.act")} title={t("disable.title", { name })} onConfirm={shutOut} busy={disable.busy} problems={disable.problems}>
          {t("disable.what")}
        </ConfirmButton>
      </Row>
    </Section>
  );
}
