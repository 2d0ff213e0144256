import { createContext, lazy, useContext, type ComponentType, type ReactNode } from "react";
import type { RouteObject } from "react-router";
import type { Viewer } from "./use-session.ts";

/** One entry of the main navigation and of the home page. */
export interface NavEntry {
  /** Address below `/app`, with a leading slash. */
  to: string;
  /** Key in `locales/navigation.*.json`; `<label>Hint` beside it says in a sentence what the page is for. */
  label: string;
  icon: ReactNode;
  visible: (viewer: Viewer) => boolean;
}

/** A part of the home page that says what waits for this person; it renders nothing when nothing does. */
export interface Due {
  name: string;
  part: ComponentType;
  visible: (viewer: Viewer) => boolean;
}

/** A section that one feature adds to the page of another's record. */
export interface RecordPart {
  of: "member";
  name: string;
  /** Stands before everything else on the page. */
  first?: true;
  /** Is given the record's id. */
  part: ComponentType<{ id: string }>;
  visible: (viewer: Viewer) => boolean;
}

/** What one feature brings to the portal. Its texts are the namespace of its name. */
export interface Feature {
  name: string;
  /** Pages for signed-in persons, inside the layout. */
  routes: RouteObject[];
  /** Pages that anyone with the address may open. */
  openRoutes?: RouteObject[];
  nav?: NavEntry[];
  due?: Due[];
  parts?: RecordPart[];
}

export const FeaturesContext = createContext<readonly Feature[]>([]);

/** Everything this person finds in the navigation, in the order of the features. */
export function useNavigation(viewer: Viewer): NavEntry[] {
  return useContext(FeaturesContext).flatMap(({ nav = [] }) => nav.filter((entry) => entry.visible(viewer)));
}

/** The parts of the home page that concern this person. */
export function useDue(viewer: Viewer): Due[] {
  return useContext(FeaturesContext).flatMap(({ due = [] }) => due.filter((part) => part.visible(viewer)));
}

/** A page that is fetched when first visited: `page(() => import("./members-page.tsx"), "MembersPage")`. */
export const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): NonNullable<RouteObject["lazy"]> =>
  async () => ({ Component: (await load())[name] });

/** A part of the home page that is fetched only for whom it concerns. */
export const part = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ComponentType =>
  lazy<ComponentType>(async () => ({ default: (await load())[name] }));

/** The sections that features add to a record's page, for this person. */
export function useParts(of: RecordPart["of"], viewer: Viewer): RecordPart[] {
  return useContext(FeaturesContext).flatMap(({ parts = [] }) => parts.filter((added) => added.of === of && added.visible(viewer)));
}

/** A section of a record's page, fetched with it. */
export const recordPart = <Name extends string>(load: () => Promise<Record<Name, ComponentType<{ id: string }>>>, name: Name): ComponentType<{ id: string }> =>
  lazy<ComponentType<{ id: string }>>(async () => ({ default: (await load())[name] }));
