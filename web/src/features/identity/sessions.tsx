import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";

const SessionsViewer = graphql(`
  fragment Sessions_viewer on Viewer {
    id
    sessions { id createdAt lastSeenAt address userAgent current }
  }
`);
const SessionsEnd = graphql(`
  mutation SessionsEnd($id: ID!) {
    sessionEnd(id: $id) { problems { code path } }
  }
`);

const SessionsEndOthers = graphql(`
  mutation SessionsEndOthers {
    sessionEndOthers { viewer { id sessions { id current } } problems { code path } }
  }
`);

/** Where this person is signed in, and the way to end what they do not know. */
export function Sessions({ of }: { of: FragmentType<typeof SessionsViewer> }) {
  const { t } = useTranslation("identity");
  const { dateTime } = useFormat();
  const { sessions } = useFragment(SessionsViewer, of);
  const end = useAction(SessionsEnd, { refreshes: true });
  const endOthers = useAction(SessionsEndOthers);
  return (
    <Stack>
      <Table
        of={whole(sessions)}
        caption={t("sessions.title")}
        columns={[
          { key: "device", title: t("sessions.device"), render: ({ userAgent }) => deviceIn(userAgent) ?? t("sessions.unknown") },
          { key: "address", title: t("sessions.address"), render: ({ address }) => address ?? t("sessions.unknown") },
          { key: "since", title: t("sessions.since"), render: ({ createdAt }) => dateTime(createdAt) },
          { key: "seen", title: t("sessions.seen"), render: ({ lastSeenAt }) => dateTime(lastSeenAt) },
          {
            key: "end",
            title: t("sessions.act"),
            render: ({ id, current, userAgent }) =>
              current ? (
                <Badge tone="good">{t("sessions.this")}</Badge>
              ) : (
                <ConfirmButton
                  label={t("sessions.end")}
                  about={deviceIn(userAgent) ?? ""}
                  title={t("sessions.endTitle")}
                  onConfirm={() => end.run({ id })}
                  busy={end.busy}
                  problems={end.problems}
                >
                  {t("sessions.endWhat")}
                </ConfirmButton>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <div>
          <ConfirmButton label={t("sessions.endOthers")} title={t("sessions.endOthersTitle")} onConfirm={() => endOthers.run({})} busy={endOthers.busy} problems={endOthers.problems}>
            {t("sessions.endOthersWhat")}
          </ConfirmButton>
        </div>
      )}
    </Stack>
  );
}

/** Browser and system as a person would name them, read from the browser's own long description. */
function deviceIn(userAgent: string | null | undefined): string | null {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/\d+/.exec(userAgent ?? "")?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent ?? "")?.[1];
  const named = [browser === "Edg" ? "Edge" : browser, system].filter((part) => part !== undefined);
  return named.length > 0 ? named.join(" · ") : null;
}
