import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { useSession } from "../../lib/use-session.ts";
import { Named } from "../../ui/named.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { useUnstoredGroups } from "./local-draft.ts";

interface UnstoredPartsProps {
  of: { id: string; scheme: { groups: readonly { number: string; name: Localized }[] } };
}

/** The parts with figures that are on this device alone, so that nobody hands in without them unawares. */
export function UnstoredParts({ of: { id, scheme } }: UnstoredPartsProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const { viewer } = useSession();
  const unstored = useUnstoredGroups(viewer?.id ?? "", id, scheme.groups.map(({ number }) => number));
  if (unstored.length === 0) return null;
  return (
    <Notice tone="wait" title={t("unstored.title")}>
      <p>{t("unstored.lead")}</p>
      <Stack gap="small">
        {scheme.groups.filter(({ number }) => unstored.includes(number)).map(({ number, name }) => <Named key={number} to={`/assessments/${id}/fill/${number}`} name={text(name)} />)}
      </Stack>
    </Notice>
  );
}
