import { MenuOutlined } from "@ant-design/icons";
import { Layout } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { Button } from "./button.tsx";
import { Drawer } from "./dialog.tsx";
import { Mark } from "./mark.tsx";
import { useIsWide } from "./use-is-wide.ts";
import "./frame.css";

export interface FrameLink {
  to: string;
  label: string;
  icon: ReactNode;
}

interface FrameProps {
  links: readonly FrameLink[];
  /** What stands at the right of the header. */
  tools: ReactNode;
  children: ReactNode;
}

/** The frame around every page: navigation at the side, or in a drawer where the screen is narrow. */
export function Frame({ links, tools, children }: FrameProps) {
  const { t } = useTranslation("ui");
  const isWide = useIsWide();
  const [isOpen, setOpen] = useState(false);
  const navigation = <Navigation links={links} />;
  return (
    <>
      <SkipLink />
      <Layout className="hall-frame" hasSider={isWide}>
        {isWide && (
          <Layout.Sider width={248} className="hall-sider hall-screen-only">
            <Brand />
            {navigation}
          </Layout.Sider>
        )}
        <Layout>
          <Layout.Header className="hall-header hall-screen-only">
            {!isWide && <Button kind="quiet" icon={<MenuOutlined />} label={t("menu")} onClick={() => setOpen(true)}>{null}</Button>}
            {!isWide && <Brand short />}
            <div className="hall-tools">{tools}</div>
          </Layout.Header>
          <main id="main" className="hall-main" tabIndex={-1}>
            {children}
          </main>
        </Layout>
      </Layout>
      {!isWide && isOpen && (
        <Drawer label={t("menu")} onClose={() => setOpen(false)}>
          {navigation}
        </Drawer>
      )}
    </>
  );
}

/** The frame of pages before the door: no navigation, one narrow column. */
export const PlainFrame = ({ tools, children }: Omit<FrameProps, "links">) => (
  <>
    <SkipLink />
    <div className="hall-plain-frame">
      <header className="hall-header hall-screen-only">
        <Brand />
        <div className="hall-tools">{tools}</div>
      </header>
      <main id="main" className="hall-main hall-main-narrow" tabIndex={-1}>
        {children}
      </main>
    </div>
  </>
);

function Brand({ short = false }: { short?: boolean }) {
  const { t } = useTranslation("ui");
  return (
    <Link to="/" className="hall-brand">
      <Mark size={30} />
      <span className={short ? "hall-brand-short" : ""}>{t("house")}</span>
    </Link>
  );
}

function Navigation({ links }: { links: readonly FrameLink[] }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("navigation")} className="hall-nav">
      <ul>
        {links.map(({ to, label, icon }) => (
          <li key={to}>
            <NavLink to={to} end={to === "/"}>
              <span aria-hidden="true">{icon}</span>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SkipLink() {
  const { t } = useTranslation("ui");
  return (
    <a className="hall-skip" href="#main">
      {t("skip")}
    </a>
  );
}
