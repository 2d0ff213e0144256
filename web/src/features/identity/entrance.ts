import { useSearchParams } from "react-router";
import type { Role } from "../../gql/graphql.ts";

/** The entrances of the front page that ask for a sign-in, and who comes by each. */
const entrances = {
  member: ["MEMBER_ADMIN", "MEMBER_EDITOR"],
  officer: ["OFFICER", "PANEL", "INSPECTOR", "OPERATOR"],
  regulator: ["REGULATOR"],
} as const satisfies Record<string, readonly Role[]>;

export interface Entrance {
  name: keyof typeof entrances;
  roles: readonly Role[];
}

/** By which entrance the reader came, as `?as=officer` names it; null when by none in particular. */
export function useEntrance(): Entrance | null {
  const asked = useSearchParams()[0].get("as");
  const names = Object.keys(entrances) as Entrance["name"][];
  const name = names.find((each) => each === asked);
  return name === undefined ? null : { name, roles: entrances[name] };
}
