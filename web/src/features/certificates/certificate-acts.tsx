import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ReasonedAct } from "./reasoned-act.tsx";

const CertificateActsCertificate = graphql(`
  fragment CertificateActs_certificate on Certificate {
    id number state
    mayChange: viewerMay(act: CERTIFICATE_CHANGE)
  }
`);
const CertificateActsSuspend = graphql(`
  mutation CertificateActsSuspend($id: ID!, $reason: String!) {
    act: certificateSuspend(id: $id, reason: $reason) {
      certificate { id status ...CertificateActs_certificate ...CertificateChanges_certificate } problems { code path }
    }
  }
`);
const CertificateActsReinstate = graphql(`
  mutation CertificateActsReinstate($id: ID!, $reason: String!) {
    act: certificateReinstate(id: $id, reason: $reason) {
      certificate { id status ...CertificateActs_certificate ...CertificateChanges_certificate } problems { code path }
    }
  }
`);
const CertificateActsWithdraw = graphql(`
  mutation CertificateActsWithdraw($id: ID!, $reason: String!) {
    act: certificateWithdraw(id: $id, reason: $reason) {
      certificate { id status ...CertificateActs_certificate ...CertificateChanges_certificate } problems { code path }
    }
  }
`);

/** What can be done to a certificate as it stands; each wants a reason, and a fresh proof of identity. */
export function CertificateActs({ of }: { of: FragmentType<typeof CertificateActsCertificate> }) {
  const { id, number, state, mayChange } = useFragment(CertificateActsCertificate, of);
  const suspend = useAction(CertificateActsSuspend);
  const reinstate = useAction(CertificateActsReinstate);
  const withdraw = useAction(CertificateActsWithdraw);
  if (!mayChange) return null;
  return (
    <>
      {state === "ISSUED" && <ReasonedAct act="suspend" number={number} action={suspend} onConfirm={(reason) => suspend.run({ id, reason })} />}
      {state === "SUSPENDED" && <ReasonedAct act="reinstate" number={number} action={reinstate} onConfirm={(reason) => reinstate.run({ id, reason })} />}
      <ReasonedAct act="withdraw" number={number} action={withdraw} onConfirm={(reason) => withdraw.run({ id, reason })} grave />
    </>
  );
}
