import { useLocation, useNavigate, useSearchParams } from "react-router";

const pageSize = 50;

/** The page of a list that the address names: variables for a connection, and the way to the pages around it. */
export function useCursor(size: number = pageSize) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const trail = (useLocation().state as { trail?: string[] } | null)?.trail ?? [];
  const after = search.get("after");

  const go = (cursor: string | null, cursors: string[]) => {
    const next = new URLSearchParams(search);
    if (cursor === null) next.delete("after");
    else next.set("after", cursor);
    void navigate({ search: next.toString() }, { state: { trail: cursors } });
  };
  return {
    variables: { first: size, after },
    atStart: after === null,
    toStart: () => go(null, []),
    toNext: (endCursor: string) => go(endCursor, after === null ? [] : [...trail, after]),
    toPrevious: () => go(trail.at(-1) ?? null, trail.slice(0, -1)),
  };
}

export type Cursor = ReturnType<typeof useCursor>;

/** A filter kept in the address, so that it can be shared and survives Back; setting it returns to the first page. */
export function useFilter<Name extends string>(...names: Name[]) {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(names.map((name) => [name, search.get(name)])) as Record<Name, string | null>;
  const set = (changes: Partial<Record<Name, string | null>>) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete("after");
      for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  };
  return [filter, set] as const;
}
