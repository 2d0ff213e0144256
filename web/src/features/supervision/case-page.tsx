import { useParams } from "react-router";
import { useSession } from "../../lib/use-session.ts";
import { HouseCase } from "./house-case.tsx";
import { OwnCase } from "./own-case.tsx";

/** One case: for the member what it was told and what it may do; for the association all of it. */
export function CasePage() {
  const { id = "" } = useParams();
  const { viewer } = useSession();
  return viewer?.member ? <OwnCase id={id} /> : <HouseCase id={id} />;
}
