import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { textsReady } from "./i18n.ts";
import { client } from "./lib/client.ts";
import { router } from "./routes.tsx";
import { ThemeProvider } from "./ui/theme-provider.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const portal = (
  <StrictMode>
    <ApolloProvider client={client}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </ApolloProvider>
  </StrictMode>
);

void textsReady.then(() => createRoot(root).render(portal));
