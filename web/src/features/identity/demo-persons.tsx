import { useSuspenseQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { Role } from "../../gql/graphql.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Choices } from "../../ui/choices.tsx";
import { Section } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";

const DemoPersonsQuery = graphql(`
  query DemoPersons {
    demoPersons { email name role shows }
  }
`);
const DemoPersonsSignIn = graphql(`
  mutation DemoPersonsSignIn($email: String!) {
    demoSignIn(email: $email) { problems { code path } }
  }
`);

/** The people of the demo story, each one press away, those of the roles in `first` before the others; nothing where no demo data is loaded. */
export function DemoPersons({ first, onSignedIn }: { first: readonly Role[]; onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation("identity");
  const { demoPersons } = useSuspenseQuery(DemoPersonsQuery).data;
  const signIn = useAction(DemoPersonsSignIn);
  const [chosen, setChosen] = useState("");
  if (demoPersons.length === 0) return null;

  const enter = async (email: string) => {
    setChosen(email);
    if ((await signIn.run({ email })) !== null) await onSignedIn();
  };
  return (
    <Section title={t("demo.title")}>
      <p>{t("demo.lead")}</p>
      <Problems of={signIn.problems} />
      <Choices
        of={demoPersons.toSorted((a, b) => Number(first.includes(b.role)) - Number(first.includes(a.role))).map(({ email, name, role, shows }) => ({
          key: email,
          title: name,
          note: t(`role.${role}`),
          text: shows,
          action: (
            <Button onClick={() => enter(email)} busy={signIn.busy && chosen === email} label={`${t("demo.enter")} ${name}`}>
              {t("demo.enter")}
            </Button>
          ),
        }))}
      />
    </Section>
  );
}
