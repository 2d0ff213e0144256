import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { Decisions_CaseFragment as Case } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { Digest } from "../../ui/digest.tsx";
import { type Fact, Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Words } from "../../ui/words.tsx";
import { CasePapers } from "./case-papers.tsx";
import { CitedClauses } from "./cited-clauses.tsx";
import { capitalised, useSanctionWords } from "./sanction-words.ts";

const DecisionsCase = graphql(`
  fragment Decisions_case on SanctionCase {
    ladder { version steps { code name } mitigations { code name } }
    decisions {
      id outcome step months amount legalBasis mitigations reasons publishedDays publicity isOnAppeal digest ladderVersion decidedAt servedOn appealUntil inForceOn endsOn setAsideOn
      panel { name }
      charges { ...CitedClauses_clause }
      papers { language fileId }
    }
  }
`);

type Decision = Case["decisions"][number];

/** What was decided in a case: at first, and where an appeal put something milder in its place. */
export function Decisions({ of }: { of: FragmentType<typeof DecisionsCase> }) {
  const { t } = useTranslation("supervision");
  const { ladder, decisions } = useFragment(DecisionsCase, of);
  if (decisions.length === 0) return null;
  return (
    <Section title={t("decision.title")}>
      <Stack>
        {decisions.map((decision) => (
          <DecisionCard key={decision.id} of={decision} ladder={ladder} />
        ))}
      </Stack>
    </Section>
  );
}

function DecisionCard({ of, ladder }: { of: Decision; ladder: Case["ladder"] }) {
  const { t } = useTranslation("supervision");
  const { date, dayOf } = useFormat();
  const nameOf = useSanctionWords(ladder.steps);
  const facts = useDecisionFacts(of, ladder);
  return (
    <Card title={nameOf(of)} actions={<StandingOf decision={of} />}>
      <p>{t(of.isOnAppeal ? "decision.onAppeal" : "decision.decided", { date: dayOf(of.decidedAt) })}{of.setAsideOn ? ` ${t("decision.setAside", { date: date(of.setAsideOn) })}` : ""}</p>
      <Facts of={[...facts, { label: t("decision.digest"), value: <Digest of={of.digest} short /> }]} />
      <h3>{t("draft.reasons")}</h3>
      <Words>{of.reasons}</Words>
      {of.charges.length > 0 && <CitedClauses of={of.charges} />}
      <CasePapers of={of.papers} isServed={of.servedOn !== null} />
    </Card>
  );
}

function StandingOf({ decision: { setAsideOn, inForceOn, servedOn, step } }: { decision: Decision }) {
  const { t } = useTranslation("supervision");
  if (setAsideOn) return <Badge>{t("decision.isSetAside")}</Badge>;
  if (inForceOn) return <Badge tone="bad">{t("decision.isInForce")}</Badge>;
  if (step === null) return <Badge tone="good">{t("decision.isDismissed")}</Badge>;
  return <Badge tone="wait">{t(servedOn ? "decision.waits" : "decision.unserved")}</Badge>;
}

/** The days and terms of a decision, as far as there are any. */
function useDecisionFacts({ step, legalBasis, amount, mitigations, publishedDays, servedOn, appealUntil, inForceOn, endsOn, panel }: Decision, ladder: Case["ladder"]): Fact[] {
  const { t } = useTranslation("supervision");
  const { text, date, list, decimal } = useFormat();
  const counted = ladder.mitigations.filter(({ code }) => mitigations.includes(code)).map(({ name }) => text(name));
  const facts: [label: string, value: string | null][] = [
    ["decision.servedOn", servedOn && date(servedOn)],
    ["decision.inForceOn", inForceOn && date(inForceOn)],
    ["decision.endsOn", endsOn && date(endsOn)],
    ["decision.appealUntil", appealUntil && date(appealUntil)],
    ["draft.amount", amount && decimal(amount)],
    ["draft.legalBasis", legalBasis],
    ["draft.mitigations", counted.length > 0 ? capitalised(list(counted)) : null],
    ["draft.public", step && (publishedDays === 0 ? t("decision.notPublic") : t("decision.days", { count: publishedDays }))],
    ["decision.panel", panel.length > 0 ? list(panel.map(({ name }) => name)) : null],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label: t(label), value }] : []));
}
