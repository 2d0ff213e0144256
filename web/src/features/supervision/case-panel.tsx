import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { CaseDecide } from "./case-decide.tsx";
import { CaseSeating } from "./case-seating.tsx";
import { CaseVote } from "./case-vote.tsx";
import { Panel } from "./panel.tsx";

const CasePanelCase = graphql(`
  fragment CasePanel_case on SanctionCase {
    id revision state
    seats { userId recusedAt ...Panel_seat }
    votes { userId revision ...Panel_vote }
    ladder { version quorum }
    maySeat: viewerMay(act: CASE_SEAT)
    mayDecide: viewerMay(act: CASE_DECIDE)
  }
`);

/** The panel of a case, from the draft on; once it has decided, with the votes by which it did. */
export function CasePanel({ of }: { of: FragmentType<typeof CasePanelCase> }) {
  const { t } = useTranslation("supervision");
  const { id, revision, state, seats, votes, ladder, maySeat, mayDecide } = useFragment(CasePanelCase, of);
  if (state !== "DRAFTED" && seats.length === 0) return null;
  return (
    <Panel
      id={id}
      revision={state === "DRAFTED" ? revision : Math.max(0, ...votes.map((vote) => vote.revision))}
      quorum={ladder.quorum ?? 0}
      seats={seats}
      votes={votes}
      isOpen={state === "DRAFTED" && (maySeat || mayDecide)}
      maySeat={maySeat}
      words={(choice) => t(`caseChoice.${choice}`)}
      seating={maySeat && <CaseSeating id={id} revision={revision} seated={seats.map(({ userId }) => userId)} />}
      voting={<CaseVote id={id} revision={revision} />}
      deciding={(choice) => <CaseDecide id={id} revision={revision} choice={choice} />}
    />
  );
}
