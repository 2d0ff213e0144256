import i18next from "i18next";
import { createBrowserRouter, type RouteObject } from "react-router";
import { applications } from "./features/applications/routes.tsx";
import { assessments } from "./features/assessments/routes.tsx";
import { calendar } from "./features/calendar/routes.tsx";
import { certificates } from "./features/certificates/routes.tsx";
import { credit } from "./features/credit/routes.tsx";
import { files } from "./features/files/routes.tsx";
import { home } from "./features/home/routes.tsx";
import { identity } from "./features/identity/routes.tsx";
import { journal } from "./features/journal/routes.tsx";
import { members } from "./features/members/routes.tsx";
import { norms } from "./features/norms/routes.tsx";
import { operations } from "./features/operations/routes.tsx";
import { rewards } from "./features/rewards/routes.tsx";
import { publication } from "./features/publication/routes.tsx";
import { supervision } from "./features/supervision/routes.tsx";
import type { Feature } from "./lib/feature.ts";
import { Hall, Porch, SignedIn } from "./layout/layout.tsx";
import { Broken } from "./ui/broken.tsx";
import { Loading } from "./ui/loading.tsx";
import { NotFound } from "./ui/not-found.tsx";

/** What the portal consists of; the order is the order of the navigation. */
const features: readonly Feature[] = [home, assessments, members, applications, norms, supervision, credit, rewards, publication, certificates, files, calendar, operations, journal, identity];

/** A feature's pages, whose texts travel together with their code. */
const withTexts = (name: string, children: RouteObject[]): RouteObject => ({
  errorElement: <Broken />,
  loader: async () => i18next.loadNamespaces(name).then(() => null),
  shouldRevalidate: () => false,
  children,
});

export const router = createBrowserRouter(
  [
    {
      errorElement: <Porch content={<Broken />} />,
      hydrateFallbackElement: <Loading />,
      children: [
        { element: <Porch />, children: features.map(({ name, openRoutes = [] }) => withTexts(name, openRoutes)) },
        {
          element: <SignedIn features={features} />,
          children: [
            {
              element: <Hall />,
              children: [...features.map(({ name, routes }) => withTexts(name, routes)), { path: "*", element: <NotFound /> }],
            },
          ],
        },
      ],
    },
  ],
  { basename: "/app" },
);
