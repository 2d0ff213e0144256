import type { ReactNode } from "react";
import "./stack.css";

interface StackProps {
  children: ReactNode;
  gap?: "small" | "middle" | "large";
}

/** One thing under another. */
export const Stack = ({ children, gap = "middle" }: StackProps) => <div className={`hall-stack hall-gap-${gap}`}>{children}</div>;

/** One thing beside another, wrapping where the page is narrow. */
export const Row = ({ children, gap = "small" }: StackProps) => <div className={`hall-row hall-gap-${gap}`}>{children}</div>;

/** Equal columns, as many as fit; `wide` ones share the whole line between them. */
export const Columns = ({ children, gap = "middle", wide = false }: StackProps & { wide?: boolean }) => (
  <div className={`hall-columns ${wide ? "hall-columns-wide" : ""} hall-gap-${gap}`}>{children}</div>
);
