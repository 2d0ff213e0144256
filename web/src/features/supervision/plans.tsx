import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { Plans_PlanFragment } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Named } from "../../ui/named.tsx";
import { Problems } from "../../ui/problems.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Switch } from "../../ui/switch.tsx";
import { Table, whole } from "../../ui/table.tsx";

const PlansPlan = graphql(`
  fragment Plans_plan on AuditPlan {
    id title calendar dueDay active nextDueOn
    mayPlan: viewerMay(act: AUDIT_PLAN)
    mayRun: viewerMay(act: AUDIT_RUN)
    ruleSet { version title }
  }
`);
const PlansPause = graphql(`
  mutation PlansPause($id: ID!) {
    auditPlanPause(id: $id) { auditPlan { id active nextDueOn } problems { code path } }
  }
`);
const PlansResume = graphql(`
  mutation PlansResume($id: ID!) {
    auditPlanResume(id: $id) { auditPlan { id active nextDueOn } problems { code path } }
  }
`);
const PlansRun = graphql(`
  mutation PlansRun($planId: ID!) {
    auditRunOrder(planId: $planId) { auditRun { id } problems { code path } }
  }
`);

/** The plans with their calendars; who may can stop one, let it go on, or run it at once. */
export function Plans({ of, empty }: { of: readonly FragmentType<typeof PlansPlan>[]; empty: ReactNode }) {
  const { t } = useTranslation("supervision");
  const { text, date } = useFormat();
  const plans = useFragment(PlansPlan, of);
  const pause = useAction(PlansPause);
  const resume = useAction(PlansResume);
  const mayRun = plans.some((plan) => plan.mayRun);
  return (
    <Stack>
      <Problems of={[...pause.problems, ...resume.problems]} />
      <Table
        of={whole(plans)}
        caption={t("plans")}
        empty={empty}
        columns={[
          { key: "plan", title: t("plan.title"), render: ({ title, ruleSet }) => <Named name={text(title)} note={text(ruleSet.title)} /> },
          { key: "calendar", title: t("plan.calendar"), render: ({ calendar, dueDay }) => t(`calendar.${calendar}`, { day: dueDay }) },
          { key: "next", title: t("plan.nextDue"), render: ({ nextDueOn }) => (nextDueOn ? date(nextDueOn) : "–") },
          {
            key: "active",
            title: t("plan.active"),
            render: ({ id, title, active, mayPlan }) => (
              <Switch
                on={active}
                label={t("plan.switch", { title: text(title) })}
                disabled={!mayPlan}
                busy={pause.busy || resume.busy}
                onSwitch={(on) => (on ? resume : pause).run({ id })}
              >
                {t(active ? "plan.on" : "plan.off")}
              </Switch>
            ),
          },
          ...(mayRun ? [{ key: "run", title: t("plan.act"), render: (plan: Plans_PlanFragment) => plan.mayRun && <RunNow of={plan} /> }] : []),
        ]}
      />
    </Stack>
  );
}

function RunNow({ of: { id, title } }: { of: Plans_PlanFragment }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const navigate = useNavigate();
  const order = useAction(PlansRun, { creates: true });
  const run = async () => {
    const ordered = await order.run({ planId: id });
    if (ordered?.auditRunOrder.auditRun) await navigate(`/audits/${ordered.auditRunOrder.auditRun.id}`);
    return ordered;
  };
  return (
    <ConfirmButton label={t("plan.runNow")} about={text(title)} title={t("plan.runNowTitle", { title: text(title) })} onConfirm={run} busy={order.busy} problems={order.problems}>
      <p>{t("plan.runNowWhat")}</p>
    </ConfirmButton>
  );
}
