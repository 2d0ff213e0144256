import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { capitalised } from "./sanction-words.ts";

const WhatMayComeCase = graphql(`
  fragment WhatMayCome_case on SanctionCase {
    ladder { version steps { code name enabled publishedDays appealSuspends } mitigations { code name } periods { appealDays appealDecisionDays } }
  }
`);

/** What a case can lead to, what speaks for the member, and how it can defend itself afterwards. */
export function WhatMayCome({ of }: { of: FragmentType<typeof WhatMayComeCase> }) {
  const { t } = useTranslation("supervision");
  const { text, list } = useFormat();
  const { ladder } = useFragment(WhatMayComeCase, of);
  const { steps, mitigations, periods } = ladder;
  return (
    <Section title={t("own.mayCome")}>
      <p>{t("own.mayComeLead", { days: periods.appealDays })}</p>
      {mitigations.length > 0 && <p>{t("own.speaks", { what: list(mitigations.map(({ name }) => text(name))) })}</p>}
      <Disclosure label={t("own.ladder")}>
        <Table
          of={whole(steps.filter(({ enabled }) => enabled).map((step) => ({ ...step, id: step.code })))}
          caption={t("own.ladder")}
          columns={[
            { key: "step", title: t("draft.step"), render: ({ name }) => capitalised(text(name)) },
            { key: "public", title: t("draft.public"), render: ({ publishedDays }) => (publishedDays === 0 ? t("decision.notPublic") : t("decision.days", { count: publishedDays })) },
            { key: "effect", title: t("own.effect"), render: ({ appealSuspends }) => <Named name={t(appealSuspends ? "own.effectLater" : "own.effectAtOnce")} /> },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
