import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import type { Cursor } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Table, type Connection } from "../../ui/table.tsx";
import { CertificateBadge } from "./certificate-badge.tsx";

const CertificatesTableCertificate = graphql(`
  fragment CertificatesTable_certificate on Certificate {
    id number grade status issuedOn expiresOn member { id name }
  }
`);

interface CertificatesTableProps {
  of: Connection<FragmentType<typeof CertificatesTableCertificate>>;
  cursor?: Cursor;
  /** Whether all are the same member's, which then needs no naming. */
  ownOnly: boolean;
  empty: string;
}

export function CertificatesTable({ of, cursor, ownOnly, empty }: CertificatesTableProps) {
  const { t } = useTranslation("certificates");
  const { text, date } = useFormat();
  const rows = useFragment(CertificatesTableCertificate, of.edges.map(({ node }) => node));
  return (
    <Table
      of={{ ...of, edges: rows.map((node) => ({ node })) }}
      {...(cursor && { cursor })}
      caption={t("title")}
      empty={<Empty title={empty} />}
      columns={[
        { key: "number", title: t("number"), unbroken: true, render: ({ id, number }) => <Named to={`/certificates/${id}`} name={number} /> },
        ...(ownOnly ? [] : [{ key: "holder", title: t("holder"), roomy: true, render: ({ member }: { member: { name: Localized } }) => text(member.name) }]),
        { key: "grade", title: t("grade"), render: ({ grade }) => grade },
        { key: "status", title: t("status.title"), render: ({ status }) => <CertificateBadge of={status} /> },
        { key: "issued", title: t("issuedOn"), unbroken: true, render: ({ issuedOn }) => date(issuedOn) },
        { key: "expires", title: t("expiresOn"), unbroken: true, render: ({ expiresOn }) => date(expiresOn) },
      ]}
    />
  );
}
