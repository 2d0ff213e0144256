import "./digest.css";

/** A digest in groups of eight, so that two can be compared by eye; `short` shows its beginning alone, the rest on pointing at it. */
export const Digest = ({ of, short = false }: { of: string; short?: boolean }) => (
  <code className="hall-digest" title={of}>
    {short ? `${of.slice(0, 8)}…` : of.replace(/(.{8})(?=.)/g, "$1 ")}
  </code>
);
