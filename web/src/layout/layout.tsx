import { Suspense, useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation } from "react-router";
import { FeaturesContext, useNavigation, type Feature } from "../lib/feature.ts";
import { browserLanguage, languageOf } from "../lib/language.ts";
import { useSession, type Viewer } from "../lib/use-session.ts";
import { Frame, PlainFrame } from "../ui/frame.tsx";
import { Loading } from "../ui/loading.tsx";
import { AppearanceSwitch, LanguageSwitch } from "./switches.tsx";
import { ShortcutsHelp } from "./shortcuts-help.tsx";
import { StepUpDialog } from "./step-up-dialog.tsx";
import { UserMenu } from "./user-menu.tsx";

/** Pages before the door. */
export const Porch = ({ content = <Outlet /> }: { content?: ReactNode }) => (
  <PlainFrame
    tools={
      <>
        <LanguageSwitch />
        <AppearanceSwitch />
      </>
    }
  >
    <Suspense fallback={<Loading />}>{content}</Suspense>
  </PlainFrame>
);

/** Lets in who is signed in, and leads everybody else to the sign-in page and back afterwards. */
export const SignedIn = ({ features }: { features: readonly Feature[] }) => (
  <FeaturesContext value={features}>
    <Suspense fallback={<Loading />}>
      <Door />
    </Suspense>
  </FeaturesContext>
);

function Door() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  useLanguageOf(viewer);
  if (viewer === null) return <Navigate to={signInFor(pathname, new URLSearchParams(search))} replace />;
  if (viewer.mustEnrolTotp && pathname !== "/two-step") return <Navigate to="/two-step" replace />;
  return <Outlet />;
}

/** The sign-in page, told by which entrance of the front page the person came (`as`) and where they wanted to go. */
function signInFor(pathname: string, search: URLSearchParams): string {
  const entrance = search.get("as");
  search.delete("as");
  const wanted = search.size === 0 ? pathname : `${pathname}?${search}`;
  return `/sign-in?${new URLSearchParams({ ...(entrance !== null && { as: entrance }), return: wanted })}`;
}

/** The hall itself: navigation, header, and the page the address names. */
export function Hall() {
  const { viewer } = useSession();
  return viewer === null ? null : <HallOf viewer={viewer} />;
}

function HallOf({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation("navigation");
  const links = useNavigation(viewer).map(({ to, label, icon }) => ({ to, icon, label: t(label) }));
  return (
    <Frame
      links={links}
      tools={
        <>
          <LanguageSwitch viewer={viewer} />
          <AppearanceSwitch />
          <UserMenu of={viewer} />
        </>
      }
    >
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
      <ShortcutsHelp />
      <StepUpDialog />
    </Frame>
  );
}

/** Speaks the language of the account where the browser asks for none that the house knows. */
function useLanguageOf(viewer: Viewer | null) {
  const { i18n } = useTranslation();
  const language = viewer === null ? null : languageOf(viewer.language);
  useEffect(() => {
    if (language === null || language === i18n.language || browserLanguage() !== null) return;
    void i18n.changeLanguage(language);
  }, [language, i18n]);
}
