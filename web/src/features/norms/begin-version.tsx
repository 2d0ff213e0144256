import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";

const BeginVersionNorm = graphql(`
  fragment BeginVersion_norm on Norm {
    id
    inMaking { id number }
  }
`);
const BeginVersionBegin = graphql(`
  mutation BeginVersionBegin($normId: ID!) {
    normDraftBegin(normId: $normId) { version { id norm { id inMaking { id } versions { id } } } problems { code path } }
  }
`);

/** The way to the version being made; for an officer, where there is none, its beginning. */
export function BeginVersion({ of }: { of: FragmentType<typeof BeginVersionNorm> }) {
  const { t } = useTranslation("norms");
  const { id, inMaking } = useFragment(BeginVersionNorm, of);
  const { may } = useSession();
  const navigate = useNavigate();
  const begin = useAction(BeginVersionBegin, { creates: true });
  if (inMaking) return <ButtonLink to={`/norms/versions/${inMaking.id}`}>{t("versionNumbered", { version: inMaking.number })}</ButtonLink>;
  if (!may("NORM_DRAFT")) return null;
  const confirm = async () => {
    const begun = await begin.run({ normId: id });
    const version = begun?.normDraftBegin.version;
    if (version) await navigate(`/norms/versions/${version.id}/edit`);
    return begun;
  };
  return (
    <ConfirmButton label={t("begin.act")} title={t("begin.title")} onConfirm={confirm} busy={begin.busy} problems={begin.problems}>
      <p>{t("begin.what")}</p>
    </ConfirmButton>
  );
}
