import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Stack } from "../../ui/stack.tsx";
import { useSanctionWords } from "./sanction-words.ts";

const ServeDecisionCase = graphql(`
  fragment ServeDecision_case on SanctionCase {
    id revision
    member { id name }
    decisions { id step months publishedDays }
    ladder { version steps { code name appealSuspends } periods { appealDays } }
  }
`);
const ServeDecisionServe = graphql(`
  mutation ServeDecisionServe($input: CaseDecisionServeInput!) { caseDecisionServe(input: $input) { case { id revision state } problems { code path } } }
`);

/** Tells the member what was decided, after saying once more what follows from that. */
export function ServeDecision({ of }: { of: FragmentType<typeof ServeDecisionCase> }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const { id, revision, member, decisions, ladder } = useFragment(ServeDecisionCase, of);
  const nameOf = useSanctionWords(ladder.steps);
  const serve = useAction(ServeDecisionServe, { refreshes: true });
  const decision = decisions.at(-1);
  if (!decision) return null;
  const suspends = ladder.steps.find(({ code }) => code === decision.step)?.appealSuspends;
  return (
    <ConfirmButton label={t("serve.act")} title={t("serve.title", { member: text(member.name) })} onConfirm={() => serve.run({ input: { id, revision } })} busy={serve.busy} problems={serve.problems}>
      {decision.step === null ? (
        <p>{t("serve.dismissed")}</p>
      ) : (
        <Stack gap="small">
          <p>{t(suspends ? "serve.waits" : "serve.atOnce", { sanction: nameOf(decision) })}</p>
          <p>{t("serve.appeal", { days: ladder.periods.appealDays })}</p>
          <p>{decision.publishedDays > 0 ? t("serve.public", { count: decision.publishedDays }) : t("serve.notPublic")}</p>
        </Stack>
      )}
    </ConfirmButton>
  );
}
