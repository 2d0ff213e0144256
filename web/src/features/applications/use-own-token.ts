import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";

/**
 * The secret of an application's link. Browsers keep what stands behind the `#` to themselves; it leaves the address bar at once and lives on in the
 * tab's history, with every page of the application, so that each can be loaded again.
 */
export function useOwnToken(): string {
  const { hash, pathname, search, state } = useLocation();
  const navigate = useNavigate();
  const given = hash === "" ? tokenIn(state) : hash.slice(1);
  const [kept, keep] = useState(given);
  if (given !== "" && given !== kept) keep(given);
  const token = given === "" ? kept : given;
  useEffect(() => {
    if (hash !== "" || tokenIn(state) !== token) void navigate({ pathname, search }, { replace: true, state: { token } });
  }, [hash, pathname, search, state, token, navigate]);
  return token;
}

function tokenIn(state: unknown): string {
  const token: unknown = typeof state === "object" && state !== null && "token" in state ? state.token : null;
  return typeof token === "string" ? token : "";
}
