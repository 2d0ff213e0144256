import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Prose } from "../../ui/prose.tsx";

const PledgeTextVersion = graphql(`
  fragment PledgeText_version on PledgeVersion {
    title preamble consent
    clauses { code title duty prohibited checkedBy }
  }
`);

interface PledgeTextProps {
  of: FragmentType<typeof PledgeTextVersion>;
  /** Given where the text must be read to its end before anything else. */
  onReadToEnd?: () => void;
}

/** The pledge word for word, as its digest covers it. */
export function PledgeText({ of, onReadToEnd }: PledgeTextProps) {
  const { t } = useTranslation("norms");
  const { text } = useFormat();
  const { title, preamble, consent, clauses } = useFragment(PledgeTextVersion, of);
  return (
    <Prose label={text(title)} {...(onReadToEnd && { onReadToEnd, progress: t("pledge.progress") })}>
      <p>{text(preamble)}</p>
      {clauses.map((clause) => (
        <section key={clause.code} aria-labelledby={`clause-${clause.code}`}>
          <h2 id={`clause-${clause.code}`}>{`${clause.code} ${text(clause.title)}`}</h2>
          <p>{text(clause.duty)}</p>
          {clause.prohibited.length > 0 && (
            <>
              <p>{t("pledge.prohibited")}</p>
              <ul>
                {clause.prohibited.map((act) => (
                  <li key={act.en}>{text(act)}</li>
                ))}
              </ul>
            </>
          )}
          <p>
            <small>{t("pledge.checkedBy", { how: text(clause.checkedBy) })}</small>
          </p>
        </section>
      ))}
      <p>{text(consent)}</p>
    </Prose>
  );
}
