import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { denialOf, failureOf } from "../lib/failure.ts";
import { Button, ButtonLink } from "./button.tsx";
import { NotFound } from "./not-found.tsx";
import { NotOpen } from "./not-open.tsx";
import { Page } from "./page.tsx";
import { Problems } from "./problems.tsx";
import { Row } from "./stack.tsx";

/** The page of a route that failed: what happened in a sentence, the reference number, and two ways on. A page for other roles has not failed. */
export function Broken() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return denialOf(error).code === "FORBIDDEN" ? <NotOpen /> : <Failure error={error} />;
}

/** A failure as a page; a defect of the page itself gets a number of its own that stands in the browser's console. */
export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation("ui");
  const problem = useMemo(() => {
    const known = failureOf(error);
    const isOurs = known.code === "UNREACHABLE" && !isNetworkError(error);
    return isOurs ? { code: "PAGE_DEFECT", path: "", reference: pageReference() } : known;
  }, [error]);
  useEffect(() => reportError(new Error(problem.reference ?? problem.code, { cause: error })), [problem, error]);
  return (
    <Page title={t("broken.title")} trouble="broken">
      <Problems of={[problem]} />
      <Row>
        <Button kind="main" onClick={() => window.location.reload()}>
          {t("broken.again")}
        </Button>
        <ButtonLink to="/">{t("toHome")}</ButtonLink>
      </Row>
    </Page>
  );
}

// `fetch` reports a lost connection as a TypeError whose message differs from browser to browser.
const isNetworkError = (error: unknown) => error instanceof TypeError && /fetch|network|load failed/i.test(error.message);

const pageReference = () => `W-${[...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
