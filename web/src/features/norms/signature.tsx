import { DownloadOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { languageNames, languageOf } from "../../lib/language.ts";
import { useLiveQuery } from "../../lib/use-live-query.ts";
import { FileLink } from "../../ui/button.tsx";
import { Digest } from "../../ui/digest.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

const SignatureQuery = graphql(`
  query Signature($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on PledgeSignature {
        number versionNumber language signatoryName signatoryTitle signedAt textDigest seal
        receipt { fileId digest drawnAt }
      }
    }
  }
`);

/** What was sealed, and its paper: while the paper is being drawn, the page looks again by itself. */
export function Signature({ id }: { id: string }) {
  const { t } = useTranslation("norms");
  const { dateTime } = useFormat();
  const { node } = useLiveQuery(SignatureQuery, { id }, ({ node: found }) => found?.__typename === "PledgeSignature" && !found.receipt);
  if (node?.__typename !== "PledgeSignature") return null;
  const language = languageOf(node.language);
  return (
    <Stack>
      <Facts
        of={[
          { label: t("signature.number"), value: <strong>{node.number}</strong>, note: t("signature.version", { version: node.versionNumber }) },
          { label: t("signature.by"), value: node.signatoryName, note: node.signatoryTitle },
          { label: t("signature.at"), value: dateTime(node.signedAt), note: language && languageNames[language] },
          { label: t("signature.textDigest"), value: <Digest of={node.textDigest} /> },
          { label: t("signature.seal"), value: <Digest of={node.seal} /> },
        ]}
      />
      {node.receipt ? (
        <div>
          <FileLink href={`/files/${node.receipt.fileId}`} icon={<DownloadOutlined />}>
            {t("signature.download")}
          </FileLink>
        </div>
      ) : (
        <Notice tone="wait">{t("signature.drawing")}</Notice>
      )}
    </Stack>
  );
}
