import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Table, whole } from "../../ui/table.tsx";

const CertificateChangesCertificate = graphql(`
  fragment CertificateChanges_certificate on Certificate {
    id
    changes { state reason at }
  }
`);

/** What became of a certificate after it was issued, newest first, each with its reason. */
export function CertificateChanges({ of }: { of: FragmentType<typeof CertificateChangesCertificate> }) {
  const { t } = useTranslation("certificates");
  const { dateTime } = useFormat();
  const { changes } = useFragment(CertificateChangesCertificate, of);
  if (changes.length === 0) return <p>{t("changes.none")}</p>;
  return (
    <Table
      of={whole(changes.map((change) => ({ id: change.at, ...change })))}
      caption={t("changes.title")}
      columns={[
        { key: "state", title: t("changes.change"), render: ({ state }) => t(`changes.${state}`) },
        { key: "at", title: t("changes.at"), render: ({ at }) => dateTime(at) },
        { key: "reason", title: t("changes.reason"), render: ({ reason }) => reason },
      ]}
    />
  );
}
