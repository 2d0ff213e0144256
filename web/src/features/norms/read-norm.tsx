import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { Notice } from "../../ui/notice.tsx";

const ReadNormVersion = graphql(`
  fragment ReadNorm_version on NormVersion {
    id readArticles
    chapters { code articles { code } }
  }
`);
const ReadNormNote = graphql(`
  mutation ReadNormNote($id: ID!, $articles: [String!]!) {
    normReadingNote(versionId: $id, articles: $articles) { version { id readArticles } problems { code path } }
  }
`);

/** How long to wait for more before what was read is noted, in milliseconds. */
const PAUSE = 2_000;

interface ReadNormProps {
  of: FragmentType<typeof ReadNormVersion>;
  /** The text; `onRead` is null for whoever reads for no member. */
  children: (onRead: ((article: string) => void) | null) => ReactNode;
}

/** Notes what a member's person reads, and says how far they have come. */
export function ReadNorm({ of, children }: ReadNormProps) {
  const { t } = useTranslation("norms");
  const { may } = useSession();
  const { id, readArticles, chapters } = useFragment(ReadNormVersion, of);
  const onRead = useNoted(id, readArticles);
  if (!may("NORM_READ")) return children(null);
  const articles = chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0);
  const isAll = readArticles.length >= articles;
  return (
    <>
      <Notice tone={isAll ? "good" : "note"}>{isAll ? t("reading.ownAll") : t("reading.own", { read: readArticles.length, articles })}</Notice>
      {children(onRead)}
    </>
  );
}

/** Gathers what was read and sends it together after a pause; what is known already is not sent. */
function useNoted(id: string, known: readonly string[]) {
  const { run } = useAction(ReadNormNote);
  const waiting = useRef(new Set<string>());
  const [stirred, setStirred] = useState(0);
  useEffect(() => {
    if (stirred === 0) return;
    const timer = setTimeout(() => {
      const articles = [...waiting.current];
      waiting.current.clear();
      if (articles.length > 0) void run({ id, articles });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [stirred, id, run]);
  return useCallback(
    (article: string) => {
      if (known.includes(article)) return;
      waiting.current.add(article);
      setStirred((count) => count + 1);
    },
    [known],
  );
}
