import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Language, Localized } from "../kernel/language.ts";
import { projectRoot } from "../platform/config.ts";
import { aligned } from "./terminal.ts";

interface Demo {
  demoPersons: readonly { email: string; name: Localized; role: string; shows: Localized }[];
  demoPassword: string;
}

/** Who can be tried out and how to sign in as each, as lines for the terminal. */
export async function demoTable(publicUrl: string, language: Language): Promise<string[]> {
  // The launcher names other parts of the house by their path only, as it does with the programs it starts.
  const persons = pathToFileURL(join(projectRoot, "seeds/demo/persons.ts")).href;
  const { demoPersons, demoPassword } = (await import(persons)) as Demo;
  const rows = demoPersons.map(({ email, name, role, shows }) => [name[language], email, role, shows[language]]);
  return [`  ${words[language](`${publicUrl}/app/`, demoPassword)}`, "", ...aligned(rows)];
}

const words: Record<Language, (address: string, password: string) => string> = {
  "zh-Hant": (address, password) => `開啟 ${address}，在登入頁的名單中點選其中一位，或輸入其電子郵件與密碼 ${password}（協會一方的人員此時還須輸入驗證碼）`,
  "zh-Hans": (address, password) => `打开 ${address}，在登录页的名单中点选其中一位，或输入其电子邮箱和密码 ${password}（协会一方的人员此时还须输入验证码）`,
  en: (address, password) => `Open ${address} and pick a person from the list on the sign-in page, or use the e-mail with the password ${password} (people on the association's side are then asked for a code too)`,
};
