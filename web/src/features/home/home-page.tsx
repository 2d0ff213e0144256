import { SafetyCertificateOutlined } from "@ant-design/icons";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useDue, useNavigation } from "../../lib/feature.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession, type Viewer } from "../../lib/use-session.ts";
import { Entrance } from "../../ui/card.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Columns, Stack } from "../../ui/stack.tsx";

/** The entrances of the house: what a person comes for decides what the page says first. */
const entrances = {
  OPERATOR: ["OPERATOR"],
  REGULATOR: ["REGULATOR"],
  MEMBER: ["MEMBER_ADMIN", "MEMBER_EDITOR"],
  OFFICER: ["OFFICER", "PANEL", "INSPECTOR"],
} as const;

export function HomePage() {
  const { viewer } = useSession();
  return viewer === null ? null : <HomeOf viewer={viewer} />;
}

function HomeOf({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation(["home", "navigation"]);
  const { text } = useFormat();
  const due = useDue(viewer);
  const doors = useNavigation(viewer).filter(({ to }) => to !== "/");
  return (
    <Page title={t("greeting", { name: viewer.name })} lead={t(`lead.${entranceOf(viewer)}`, { member: viewer.member && text(viewer.member.name) })}>
      {due.length > 0 && (
        <Section title={t("due")}>
          <Stack gap="small">
            {due.map(({ name, part: Part }) => (
              <Suspense key={name} fallback={<Loading />}>
                <Part />
              </Suspense>
            ))}
          </Stack>
        </Section>
      )}
      <Section title={t("doors")}>
        <Columns>
          {doors.map(({ to, label, icon }) => (
            <Entrance key={to} to={to} icon={icon} title={t(`navigation:${label}`)} hint={t(`navigation:${label}Hint`)} />
          ))}
          {!viewer.acts.includes("CERTIFICATE_READ") && (
            <Entrance to="/verify" outside icon={<SafetyCertificateOutlined />} title={t("navigation:certificateCheck")} hint={t("navigation:certificateCheckHint")} />
          )}
        </Columns>
      </Section>
    </Page>
  );
}

function entranceOf({ roles }: Viewer): keyof typeof entrances {
  const names = Object.keys(entrances) as (keyof typeof entrances)[];
  return names.findLast((name) => entrances[name].some((role) => roles.includes(role))) ?? "MEMBER";
}
