import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { today } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Row } from "../../ui/stack.tsx";

const DecideDaySet = graphql(`
  mutation DecideDaySet($input: CalendarDayDecideInput!) {
    calendarDayDecide(input: $input) { year { year } problems { code path } }
  }
`);

/** Decides whether a day of the year is worked. */
export function DecideDay({ year }: { year: number }) {
  const { t } = useTranslation(["calendar", "ui"]);
  const [isOpen, setOpen] = useState(false);
  const set = useAction(DecideDaySet, { refreshes: true });
  const now = today();
  const begins = `${year}-01-01` > now ? `${year}-01-01` : now;
  const submit = async ({ day = "", working = "", reason = "" }: Values) => {
    if ((await set.run({ input: { day, working: working === "true", reason } })) !== null) setOpen(false);
  };
  return (
    <>
      <Button kind="main" onClick={() => setOpen(true)}>{t("decide.act")}</Button>
      {isOpen && (
        <Dialog title={t("decide.title")} onClose={() => setOpen(false)}>
          <p>{t("decide.what")}</p>
          <Form onSubmit={submit} problems={set.problems}>
            <TextField name="day" type="date" label={t("day")} min={now} defaultValue={begins} width="middle" required />
            <RadioField name="working" label={t("is")} defaultValue="false" options={[{ value: "false", label: t("off") }, { value: "true", label: t("worked") }]} required />
            <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={200} required />
            <Row>
              <Submit busy={set.busy}>{t("decide.act")}</Submit>
              <Button onClick={() => setOpen(false)}>{t("ui:cancel")}</Button>
            </Row>
          </Form>
        </Dialog>
      )}
    </>
  );
}
