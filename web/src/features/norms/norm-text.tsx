import { useTranslation } from "react-i18next";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Contents } from "../../ui/contents.tsx";
import { Prose } from "../../ui/prose.tsx";
import { Seen } from "../../ui/seen.tsx";

const NormTextVersion = graphql(`
  fragment NormText_version on NormVersion {
    preamble
    chapters { code title articles { code title text } }
  }
`);

interface NormTextProps {
  of: FragmentType<typeof NormTextVersion>;
  /** Told the code of each article whose end has been on the screen. */
  onRead?: (article: string) => void;
}

/** The whole text: contents first, then chapters and articles, each with an address of its own such as `#N1.2`. */
export function NormText({ of, onRead }: NormTextProps) {
  const { t } = useTranslation("norms");
  const { text } = useFormat();
  const { preamble, chapters } = useFragment(NormTextVersion, of);
  useCitedPlace();
  return (
    <>
      <Contents label={t("contents")} of={chapters.map(({ code, title }) => ({ to: code, label: `${code} ${text(title)}` }))} />
      <Prose label={t("text")}>
        <p>{text(preamble)}</p>
        {chapters.map(({ code, title, articles }) => (
          <section key={code} aria-labelledby={code}>
            <h2 id={code}>{`${code} ${text(title)}`}</h2>
            {articles.map((article) => (
              <section key={article.code} aria-labelledby={article.code}>
                <h3 id={article.code}>
                  <a href={`#${article.code}`}>{`${article.code} ${text(article.title)}`}</a>
                </h3>
                <p>{text(article.text)}</p>
                {onRead && <Seen onSeen={() => onRead(article.code)} />}
              </section>
            ))}
          </section>
        ))}
      </Prose>
    </>
  );
}

/** Takes the reader to the article the address cites: when the page arrived, the browser looked for it too early. */
function useCitedPlace() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== "") document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
}
