import { useSuspenseQuery } from "@apollo/client/react";
import { PrinterOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page } from "../../ui/page.tsx";
import { BeginVersion } from "./begin-version.tsx";
import { NormText } from "./norm-text.tsx";
import { ReadNorm } from "./read-norm.tsx";
import { NormVersions } from "./norm-versions.tsx";

const NormPageQuery = graphql(`
  query NormPage($id: ID!) {
    norm(id: $id) {
      id title
      ...BeginVersion_norm
      ...NormVersions_norm
      inForce { id number title inForceOn reviewDueOn externalNorms { number title } ...NormText_version ...ReadNorm_version }
    }
  }
`);

export function NormPage() {
  const { t } = useTranslation("norms");
  const { text, date } = useFormat();
  const { id = "" } = useParams();
  const { norm } = useSuspenseQuery(NormPageQuery, { variables: { id } }).data;
  if (!norm) return <NotFound />;
  const version = norm.inForce;
  return (
    <Page
      title={text(version?.title ?? norm.title)}
      above={[{ to: "/norms", label: t("norms.title") }]}
      actions={
        <>
          <BeginVersion of={norm} />
          <Button onClick={() => window.print()} icon={<PrinterOutlined />}>
            {t("print")}
          </Button>
        </>
      }
    >
      {version ? (
        <>
          <Facts
            of={[
              { label: t("version"), value: version.number, note: version.inForceOn && t("since", { date: date(version.inForceOn) }) },
              ...(version.reviewDueOn ? [{ label: t("reviewDueOn"), value: date(version.reviewDueOn) }] : []),
              { label: t("external"), value: version.externalNorms.map(({ number, title }) => <p key={number}>{`${number} ${text(title)}`}</p>) },
            ]}
          />
          <ReadNorm of={version}>{(onRead) => <NormText of={version} {...(onRead && { onRead })} />}</ReadNorm>
        </>
      ) : (
        <Empty title={t("norms.notYet")} />
      )}
      <NormVersions of={norm} />
    </Page>
  );
}
