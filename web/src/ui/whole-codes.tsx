import { Fragment } from "react";

/** A number of a record or an indicator: capitals, then parts joined by hyphens, one of them with a figure. */
const code = /\b([A-Z]{1,5}(?:-[0-9A-Z.]+)+)/;

/** A text in which no such number is broken at its hyphens. */
export const WholeCodes = ({ children }: { children: string }) => (
  <>
    {children.split(code).map((part, place) =>
      place % 2 === 1 && /[0-9]/.test(part) ? <span key={place} className="hall-whole-code">{part}</span> : <Fragment key={place}>{part}</Fragment>)}
  </>
);
