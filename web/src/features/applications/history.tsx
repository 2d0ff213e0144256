import { useTranslation } from "react-i18next";
import type { ApplicationStepKind } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Digest } from "../../ui/digest.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";

interface Step {
  id: string;
  kind: ApplicationStepKind;
  at: string;
  reason: string | null;
  officer: string | null;
  reasonDigest: string | null;
}

interface HistoryProps {
  of: readonly Step[];
  /** Whether the officers are named. */
  named?: boolean;
}

/** What the portal does by itself, when a day has come. */
const houseSteps: readonly ApplicationStepKind[] = ["LAPSED", "ERASED"];

/** What happened to an application, the latest first; with reasons where there are any. */
export function History({ of, named = false }: HistoryProps) {
  const { t } = useTranslation("applications");
  const { dateTime } = useFormat();
  return (
    <Section title={t("history.title")}>
      <Table
        of={whole(of.toReversed())}
        caption={t("history.title")}
        columns={[
          { key: "kind", title: t("history.step"), render: ({ kind, at }) => <Named name={t(`history.kind.${kind}`)} note={dateTime(at)} /> },
          ...(named ? [{ key: "by", title: t("history.by"), render: ({ officer, kind }: Step) => officer ?? t(`history.${houseSteps.includes(kind) ? "house" : "applicant"}`) }] : []),
          ...(of.some(({ reason, reasonDigest }) => reason !== null || reasonDigest !== null)
            ? [{ key: "reason", title: t("history.reason"), roomy: true, render: ({ reason, reasonDigest }: Step) => reason ?? (reasonDigest ? <Digest of={reasonDigest} short /> : "–") }]
            : []),
        ]}
      />
    </Section>
  );
}
