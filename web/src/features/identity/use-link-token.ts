import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";

/**
 * What stands behind the `#` of a link that lets somebody in: browsers keep that part to themselves, so no server, proxy or
 * log on the way ever sees it. It leaves the address bar at once and lives on in this entry of the tab's history, so that the
 * page can be loaded again, until it was used.
 */
export function useLinkToken() {
  const { hash, pathname, state } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (hash !== "") void navigate(pathname, { replace: true, state: { token: hash.slice(1) } });
  }, [hash, pathname, navigate]);

  const token = hash === "" ? tokenIn(state) : hash.slice(1);
  return {
    /** Does something with the token and forgets it; `act` answers null when nothing was done. */
    use: async <Done>(act: (token: string) => Promise<Done | null>): Promise<Done | null> => {
      const done = await act(token);
      if (done !== null) await navigate(pathname, { replace: true, state: null });
      return done;
    },
  };
}

function tokenIn(state: unknown): string {
  const token: unknown = typeof state === "object" && state !== null && "token" in state ? state.token : null;
  return typeof token === "string" ? token : "";
}
