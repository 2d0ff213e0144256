import { useSuspenseQuery } from "@apollo/client/react";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/use-session.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { GroupForm } from "./group-form.tsx";
import { HandedIn } from "./handed-in.tsx";

const FillPageQuery = graphql(`
  query FillPage($id: ID!, $group: ID!) {
    assessment(id: $id) {
      id revision savedAt state submittedAt confirmedAt
      period { code }
      mayFill: viewerMay(act: ASSESSMENT_FILL)
      scheme {
        groups { number name }
        proofLimits { proof points }
        indicators(group: $group) {
          number name group formulaText unit notes evidence mayBeNotApplicable sensitive minimumCount weight shownWith
          inputs { code name unit type required help }
          figures { code name unit }
          scoring { on direction zeroAt fullAt zeroBelow fullFrom fullTo zeroAbove }
          alsoKnownAs { number name }
        }
        everyIndicator: indicators { number name group inputs { code name } }
      }
      observed { indicator code value period }
      answers(group: $group) {
        indicator inputs { code value } adjustedInputs { code value } notApplicableReason proof
        evidence { id note file { id name mediaType size } } notes { id reason open }
      }
      tasks { group state answered of problems { code path against } }
      preview { indicators(group: $group) { indicator state value n points figures { code value } } }
    }
  }
`);

/** One group of indicators to be filled in. */
export function FillPage() {
  const { id = "", group = "" } = useParams();
  const { viewer } = useSession();
  const { assessment } = useSuspenseQuery(FillPageQuery, { variables: { id, group }, fetchPolicy: "network-only" }).data;
  if (assessment?.mayFill === false) return <HandedIn of={assessment} />;
  if (!assessment || !viewer || assessment.scheme.indicators.length === 0) return <NotFound />;
  return <GroupForm key={`${id} ${group}`} of={assessment} group={group} userId={viewer.id} />;
}
