import { Button as KitButton } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import "./button.css";

interface ButtonProps {
  children: ReactNode;
  onClick?: () => unknown;
  /** `main` once on a page; `grave` for what cannot be undone; `quiet` for what stands aside. */
  kind?: "main" | "plain" | "quiet" | "grave";
  type?: "button" | "submit";
  icon?: ReactNode;
  /** The act is under way: the button shows it and cannot be pressed again. */
  busy?: boolean;
  disabled?: boolean;
  /** Fills the width it stands in. */
  wide?: boolean;
  /** Names the button for a screen reader where its face is not enough; it begins with the words on the face. */
  label?: string;
  /** For the button of a menu: whether it stands open. */
  menuOpen?: boolean;
  /** Of a dialog: pressing it changes nothing, so that a question may begin here. */
  safe?: boolean;
}

export function Button({ children, onClick, kind = "plain", type = "button", busy = false, disabled = false, wide = false, icon, label, menuOpen, safe = false }: ButtonProps) {
  return (
    <KitButton
      htmlType={type}
      type={kindOf[kind]}
      danger={kind === "grave"}
      loading={busy}
      disabled={disabled}
      block={wide}
      icon={icon}
      autoInsertSpace={false}
      {...(onClick && { onClick: () => void onClick() })}
      {...marksOf({ label, menuOpen, safe })}
    >
      {children}
    </KitButton>
  );
}

const marksOf = ({ label, menuOpen, safe }: { label: string | undefined; menuOpen: boolean | undefined; safe: boolean }) => ({
  ...(label !== undefined && { "aria-label": label }),
  ...(safe && { "data-safe": true }),
  ...(menuOpen !== undefined && { "aria-haspopup": "menu" as const, "aria-expanded": menuOpen }),
});

const kindOf = { main: "primary", plain: "default", quiet: "text", grave: "default" } as const;

interface ButtonLinkProps {
  to: string;
  children: ReactNode;
  kind?: "main" | "plain" | "quiet";
  icon?: ReactNode;
}

/** Leads to another page, with the face of a button. */
export function ButtonLink({ to, children, kind = "plain", icon }: ButtonLinkProps) {
  return (
    <Link to={to} className={`hall-button-link hall-button-${kind}`}>
      {icon}
      {children}
    </Link>
  );
}

interface FileLinkProps {
  href: string;
  children: ReactNode;
  kind?: "main" | "plain" | "quiet";
  icon?: ReactNode;
}

/** Leads out of the portal's own pages, with the face of a button: to a file to keep, or to a page for everybody. */
export const FileLink = ({ href, children, kind = "plain", icon }: FileLinkProps) => (
  <a href={href} className={`hall-button-link hall-button-${kind}`}>
    {icon}
    {children}
  </a>
);
