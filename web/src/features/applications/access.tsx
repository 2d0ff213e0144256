import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { CopyText } from "../../ui/copy-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";
import { Stack } from "../../ui/stack.tsx";
import type { Own } from "./own-data.ts";

const AccessMake = graphql(`
  mutation AccessMake($token: String!) {
    applicationAccessMake(token: $token) { application { id ...OwnApplication_application } link problems { code path } }
  }
`);

/** The first administrator's way in, made once by whoever holds the link of an admitted firm. */
export function Access({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const make = useAction(AccessMake);
  const [link, setLink] = useState<string | null>(null);
  const onMake = async () => setLink((await make.run({ token }))?.applicationAccessMake.link ?? null);
  if (link !== null)
    return (
      <Notice tone="good" title={t("access.made")}>
        <Stack gap="small">
          <p>{t("access.once", { email: own.contact.email })}</p>
          <CopyText label={t("access.link")} text={link} />
          <div><ButtonLink to={`/invitation${new URL(link).hash}`} kind="main">{t("access.goOn")}</ButtonLink></div>
        </Stack>
      </Notice>
    );
  if (own.accessMade) return <Notice tone="note" title={t("access.wasMade")}>{t("access.lost")}</Notice>;
  return (
    <Section title={t("access.title")}>
      <p>{t("access.what", { name: own.contact.name, email: own.contact.email })}</p>
      <Problems of={make.problems} />
      <div><Button kind="main" busy={make.busy} onClick={onMake}>{t("access.act")}</Button></div>
    </Section>
  );
}
