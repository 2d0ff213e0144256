import { useNavigate } from "react-router";
import type { ApplicationSaveInput } from "../../gql/graphql.ts";
import { useAction } from "../../lib/use-action.ts";
import { type DraftStep, type Own, OwnApplicationSave, stepAfter } from "./own-data.ts";

/** Keeps what one page of a draft asks for; `save` answers null when it was refused, and `saveAndGoOn` then leads to the next page. */
export function useSaving(own: Own, token: string) {
  const navigate = useNavigate();
  const { run, busy, problems } = useAction(OwnApplicationSave, { refreshes: true });
  const save = (given: Omit<ApplicationSaveInput, "token" | "revision">) => run({ input: { token, revision: own.revision, ...given } });
  const saveAndGoOn = async (step: DraftStep, given: Omit<ApplicationSaveInput, "token" | "revision">) => {
    if ((await save(given)) !== null) await navigate(`?step=${stepAfter(step)}`);
  };
  return { save, saveAndGoOn, busy, problems };
}
