import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";

const HouseActsRepair = graphql(`
  fragment HouseActs_repair on Repair {
    id state revision toldAt
    mayDecide: viewerMay(act: REPAIR_DECIDE)
    mayHandle: viewerMay(act: REPAIR_HANDLE)
  }
`);
const HouseActsReturn = graphql(`
  mutation HouseActsReturn($id: ID!, $input: RepairReturnInput!) { repairReturn(id: $id, input: $input) { repair { id state revision } problems { code path } } }
`);
const HouseActsGrant = graphql(`
  mutation HouseActsGrant($id: ID!, $input: RepairGrantInput!) { repairGrant(id: $id, input: $input) { repair { id state revision } problems { code path } } }
`);
const HouseActsRefuse = graphql(`
  mutation HouseActsRefuse($id: ID!, $input: RepairRefuseInput!) { repairRefuse(id: $id, input: $input) { repair { id state revision } problems { code path } } }
`);
const HouseActsTell = graphql(`
  mutation HouseActsTell($id: ID!, $how: String!) { repairFeedbackNote(id: $id, how: $how) { repair { id toldAt toldHow revision } problems { code path } } }
`);

/** What the association can do now: a panel member decides, the house asks for more and tells the firm. */
export function HouseActs({ of }: { of: FragmentType<typeof HouseActsRepair> }) {
  const { t } = useTranslation("publication");
  const { may } = useSession();
  const { id, state, revision, mayDecide, mayHandle } = useFragment(HouseActsRepair, of);
  const options = { refreshes: true };
  const [giveBack, grant, refuse, tell] = [useAction(HouseActsReturn, options), useAction(HouseActsGrant, options), useAction(HouseActsRefuse, options), useAction(HouseActsTell, options)];
  const judging = (reasons: string | undefined) => ({ id, input: { revision, reasons: reasons ?? "" } });
  const reasons = <TextAreaField name="reasons" label={t("judge.reasons")} hint={t("judge.reasonsHint")} maxLength={4000} rows={4} required />;
  if (!mayDecide && !mayHandle) return may("REPAIR_DECIDE") && state === "FILED" ? <Notice tone="note">{t("judge.barred")}</Notice> : null;
  return (
    <Section title={t("judge.title")} screenOnly>
      <Row>
        {mayDecide && (
          <>
            <FormDialog act={t("judge.grant")} title={t("judge.grantTitle")} action={grant} onSubmit={(values) => grant.run(judging(values["reasons"]))}>
              <p>{t("judge.grantWhat")}</p>
              {reasons}
            </FormDialog>
            <FormDialog act={t("judge.refuse")} title={t("judge.refuseTitle")} action={refuse} onSubmit={(values) => refuse.run(judging(values["reasons"]))}>
              <p>{t("judge.refuseWhat")}</p>
              {reasons}
            </FormDialog>
          </>
        )}
        {mayHandle && state === "FILED" && (
          <FormDialog act={t("judge.return")} title={t("judge.returnTitle")} action={giveBack} onSubmit={(values) => giveBack.run(judging(values["reasons"]))}>
            <p>{t("judge.returnWhat")}</p>
            {reasons}
          </FormDialog>
        )}
        {mayHandle && state !== "FILED" && (
          <FormDialog act={t("judge.tell")} title={t("judge.tellTitle")} action={tell} onSubmit={(values) => tell.run({ id, how: values["how"] ?? "" })}>
            <p>{t("judge.tellWhat")}</p>
            <TextField name="how" label={t("judge.how")} hint={t("judge.howHint")} maxLength={500} required />
          </FormDialog>
        )}
      </Row>
    </Section>
  );
}
