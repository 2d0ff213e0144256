import "./mark.css";

interface MarkProps {
  /** Edge in pixels. */
  size?: number;
  /** Lines only, without the drop of cinnabar. */
  quiet?: boolean;
}

/** The sign of the house: a hall roof with upturned eaves over four pillars. */
export const Mark = ({ size = 32, quiet = false }: MarkProps) => (
  <svg className={quiet ? "hall-mark hall-mark-quiet" : "hall-mark"} width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
    {!quiet && <circle className="hall-mark-pearl" cx="16" cy="4.6" r="2" />}
    <path d="M2.5 15.5C9 14.8 13.6 12 16 8.2c2.4 3.8 7 6.6 13.5 7.3" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    <path d="M8 18.2v8M13.3 18.2v8M18.7 18.2v8M24 18.2v8M4.5 28.4h23" strokeWidth="2.2" strokeLinecap="round" />
  </svg>
);
