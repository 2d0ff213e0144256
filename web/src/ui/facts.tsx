import { Fragment, type ReactNode } from "react";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";
import { WholeCodes } from "./whole-codes.tsx";
import "./records.css";

export interface Fact {
  label: string;
  value: ReactNode;
  /** Small print under the value: where it comes from, since when. */
  note?: ReactNode;
}

/** Labels and values, one under another. */
export const Facts = ({ of }: { of: readonly Fact[] }) => (
  <dl className="hall-facts">
    {of.map(({ label, value, note }) => (
      <Fragment key={label}>
        <dt><WholeCodes>{label}</WholeCodes></dt>
        <dd>
          {typeof value === "string" ? <WholeCodes>{value}</WholeCodes> : value}
          {note !== undefined && <small>{note}</small>}
        </dd>
      </Fragment>
    ))}
  </dl>
);

export interface Answer extends Fact {
  /** Where this answer is changed; the page there comes back to the summary. */
  changeAt?: string;
}

/** All answers to read once more before they are sent, each with the way to change it. */
export function CheckAnswers({ of }: { of: readonly Answer[] }) {
  const { t } = useTranslation("ui");
  return (
    <dl className="hall-facts hall-answers">
      {of.map(({ label, value, note, changeAt }) => (
        <div key={label}>
          <dt><WholeCodes>{label}</WholeCodes></dt>
          <dd>
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
          <dd className="hall-screen-only">
            {changeAt !== undefined && (
              <Link to={changeAt}>
                {t("change")}
                <span className="hall-hidden"> {label}</span>
              </Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
