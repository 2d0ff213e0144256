import { DownloadOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { FileLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Row } from "../../ui/stack.tsx";

const CheckpointCheckpoint = graphql(`
  fragment Checkpoint_checkpoint on JournalCheckpoint { size root at }
`);

const CheckpointCreate = graphql(`
  mutation CheckpointCreate {
    journalCheckpointCreate { checkpoint { size } problems { code path } }
  }
`);

/** The last seal of the trail, to be taken away and kept by others. */
export function Checkpoint({ of }: { of: FragmentType<typeof CheckpointCheckpoint> | null }) {
  const { t } = useTranslation("journal");
  const { dateTime, number } = useFormat();
  const { may } = useSession();
  const checkpoint = useFragment(CheckpointCheckpoint, of);
  const create = useAction(CheckpointCreate, { creates: true, refreshes: true });
  return (
    <Card title={t("checkpoint.title")}>
      {checkpoint ? (
        <Facts
          of={[
            { label: t("checkpoint.at"), value: dateTime(checkpoint.at) },
            { label: t("checkpoint.size"), value: number(checkpoint.size) },
            { label: t("checkpoint.root"), value: <code>{checkpoint.root}</code> },
          ]}
        />
      ) : (
        <p>{t("checkpoint.none")}</p>
      )}
      <Row>
        {checkpoint && (
          <FileLink href={`/journal/checkpoints/${checkpoint.size}`} icon={<DownloadOutlined />}>
            {t("checkpoint.download")}
          </FileLink>
        )}
        {may("JOURNAL_CHECKPOINT") && (
          <ConfirmButton label={t("checkpoint.create")} title={t("checkpoint.createTitle")} onConfirm={() => create.run({})} busy={create.busy} problems={create.problems}>
            {t("checkpoint.createWhat")}
          </ConfirmButton>
        )}
      </Row>
    </Card>
  );
}
