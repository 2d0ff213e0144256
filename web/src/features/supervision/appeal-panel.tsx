import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { AppealDecide } from "./appeal-decide.tsx";
import { AppealSeating } from "./appeal-seating.tsx";
import { AppealVote } from "./appeal-vote.tsx";
import { Panel } from "./panel.tsx";
import { useSanctionWords } from "./sanction-words.ts";

const AppealPanelAppeal = graphql(`
  fragment AppealPanel_appeal on SanctionAppeal {
    id revision outcome
    seats { userId recusedAt ...Panel_seat }
    votes { userId revision ...Panel_vote }
    case { id ladder { version quorum steps { code name } } ...AppealVote_case }
    maySeat: viewerMay(act: CASE_SEAT)
    mayDecide: viewerMay(act: CASE_DECIDE)
  }
`);

/** The panel of an appeal: nobody on it had a part in the case. */
export function AppealPanel({ of }: { of: FragmentType<typeof AppealPanelAppeal> }) {
  const { id, revision, outcome, seats, votes, case: about, maySeat, mayDecide } = useFragment(AppealPanelAppeal, of);
  const words = useChoiceWords(about.ladder.steps);
  if (outcome !== null && seats.length === 0) return null;
  return (
    <Panel
      id={id}
      revision={outcome === null ? revision : Math.max(0, ...votes.map((vote) => vote.revision))}
      quorum={about.ladder.quorum ?? 0}
      seats={seats}
      votes={votes}
      isOpen={outcome === null && (maySeat || mayDecide)}
      maySeat={maySeat}
      words={words}
      seating={maySeat && <AppealSeating id={id} revision={revision} seated={seats.map(({ userId }) => userId)} />}
      voting={<AppealVote id={id} revision={revision} of={about} />}
      deciding={(choice) => <AppealDecide id={id} revision={revision} choice={words(choice)} />}
    />
  );
}

/** A vote on appeal as it is kept, `REDUCED:SUSPENSION:2`, in words. */
function useChoiceWords(steps: Parameters<typeof useSanctionWords>[0]): (choice: string) => string {
  const { t } = useTranslation("supervision");
  const nameOf = useSanctionWords(steps);
  return (choice) => {
    const [outcome = "", step = null, months] = choice.split(":");
    return t(`appealChoice.${outcome}`, { sanction: nameOf({ step, months: months === undefined ? null : Number(months) }) });
  };
}
