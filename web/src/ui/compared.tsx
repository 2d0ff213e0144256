import "./compared.css";

interface ComparedProps {
  /** Names each side. */
  before: string;
  after: string;
  /** In order: without the added they are the first text, without the removed the second. */
  pieces: readonly { change: "SAME" | "REMOVED" | "ADDED"; text: string }[];
}

/** A text as it was beside the text as it is, with what differs marked; on a narrow screen one under the other. */
export const Compared = ({ before, after, pieces }: ComparedProps) => (
  <div className="hall-compared">
    <div role="group" aria-label={before}>
      <small>{before}</small>
      <p>{pieces.map(({ change, text }, place) => (change === "ADDED" ? null : change === "REMOVED" ? <del key={place}>{text}</del> : <span key={place}>{text}</span>))}</p>
    </div>
    <div role="group" aria-label={after}>
      <small>{after}</small>
      <p>{pieces.map(({ change, text }, place) => (change === "REMOVED" ? null : change === "ADDED" ? <ins key={place}>{text}</ins> : <span key={place}>{text}</span>))}</p>
    </div>
  </div>
);
