import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { MemberCertificatesQuery as Answer } from "../../gql/graphql.ts";
import { useLiveQuery } from "../../lib/use-live-query.ts";
import { Section } from "../../ui/page.tsx";
import { whole } from "../../ui/table.tsx";
import { CertificatesTable } from "./certificates-table.tsx";

const MemberCertificatesQuery = graphql(`
  query MemberCertificates($id: ID!) {
    member(id: $id) { id certificates { id state ...CertificatesTable_certificate } }
  }
`);

const isBeingDrawn = ({ member }: Answer) => member?.certificates.some(({ state }) => state === "ORDERED") ?? false;

/** A member's certificates on its page; one that is being drawn appears when it is there. */
export function MemberCertificates({ id }: { id: string }) {
  const { t } = useTranslation("certificates");
  const certificates = useLiveQuery(MemberCertificatesQuery, { id }, isBeingDrawn).member?.certificates ?? [];
  return (
    <Section title={t("section")}>
      {certificates.length === 0 ? <p>{t("noneOfMember")}</p> : <CertificatesTable of={whole(certificates)} ownOnly empty="" />}
    </Section>
  );
}
