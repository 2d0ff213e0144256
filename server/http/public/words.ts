import type { Language } from "../../kernel/language.ts";

const zhHant = {
  house: "會館", homeTitle: "自律、評價、可查驗", skip: "跳到主要內容", languages: "語言", signIn: "登入", checkNav: "查驗證書",
  homeLead: "批發行業會員在這裡簽署自律公約、評估自身服務；協會定期檢查，任何人都可以查驗證書。",
  entrances: "入口", entranceMember: "會員", entranceMemberText: "簽署公約、填寫自評、下載證書。",
  entranceOfficer: "協會人員", entranceOfficerText: "審核自評、執行檢查、管理證書。",
  entranceRegulator: "監管部門", entranceRegulatorText: "查閱行業規範與自律公約，查驗證書。",
  entrancePublic: "公眾", entrancePublicText: "無須登入，查驗一張證書是否真實有效。",
  verifyTitle: "查驗證書", verifyLead: "輸入證書編號，或放入證書檔案。無須登入，檔案只用於核對，不會保存。",
  number: "證書編號", numberHint: "印在證書上，例如 {number}。大小寫與空格不影響。", check: "查驗",
  file: "證書檔案（PDF）", fileHint: "最大 10 MB。可以把檔案拖到這裡。", checkFile: "查驗檔案", again: "查驗另一張",
  offline: "離線查驗", offlineText: "不經本站也能核對檔案：先下載本協會的簽章憑證，再執行下列指令。證書現在是否有效，仍以本登記冊為準。", signingCertificates: "簽章憑證（PEM）",
  checkedAt: "查驗時間：", VALID: "有效", SUSPENDED: "暫停使用", WITHDRAWN: "已撤銷", EXPIRED: "已過期",
  NOT_IN_REGISTER: "不在本登記冊", ALTERED_FILE: "檔案已被更動",
  VALID_text: "本協會簽發了這張證書，目前有效。", SUSPENDED_text: "這張證書確由本協會簽發，但目前暫停使用。",
  WITHDRAWN_text: "這張證書確由本協會簽發，但已被撤銷，不再有效。", EXPIRED_text: "這張證書確由本協會簽發，但有效期已過。",
  NOT_IN_REGISTER_text: "本登記冊沒有這張證書。請核對編號，或向出示者查詢；這並不說明其他機構的證書真偽。",
  ALTERED_FILE_text: "這個檔案帶有本協會的簽章，但內容在簽發之後被更動，不可採信。",
  holder: "持有人", creditCode: "統一社會信用代碼", grade: "服務質量等級", score: "得分", scope: "範圍", period: "評估期間", scheme: "評估辦法",
  issuedOn: "簽發日期", expiresOn: "有效期至", issuer: "簽發協會", since: "變更時間：", reason: "原因：",
  ownGrade: "服務質量等級由協會依其評估辦法評定，不是政府機關的評級。", fileIntact: "檔案完整：自簽發以來沒有更動。",
  numberMissing: "請輸入證書編號。", fileMissing: "請選擇一個不是空白的 PDF 檔案。", tooLarge: "檔案超過 10 MB。",
  oneAtATime: "一次只能查驗一個檔案。", formBroken: "表單沒有完整送達，請再送出一次。", outOfHundred: "／100",
  mistyped: "輸入的不是本協會的證書編號：格式不符，或有字元打錯。最後一碼是檢查碼，請對照證書再輸入一次。",
  NOT_A_PDF: "這個檔案不是 PDF。", NOT_SIGNED_BY_US: "這個 PDF 沒有本協會的簽章。", NOT_A_CERTIFICATE: "這個檔案由本協會簽章，但不是證書。",
};

type Words = typeof zhHant;

const zhHans: Words = {
  house: "会馆", homeTitle: "自律、评价、可查验", skip: "跳到主要内容", languages: "语言", signIn: "登录", checkNav: "查验证书",
  homeLead: "批发行业会员在这里签署自律公约、评估自身服务；协会定期检查，任何人都可以查验证书。",
  entrances: "入口", entranceMember: "会员", entranceMemberText: "签署公约、填写自评、下载证书。",
  entranceOfficer: "协会人员", entranceOfficerText: "审核自评、开展检查、管理证书。",
  entranceRegulator: "监管部门", entranceRegulatorText: "查阅行业规范与自律公约，查验证书。",
  entrancePublic: "公众", entrancePublicText: "无需登录，查验一张证书是否真实有效。",
  verifyTitle: "查验证书", verifyLead: "输入证书编号，或放入证书文件。无需登录，文件只用于核对，不会保存。",
  number: "证书编号", numberHint: "印在证书上，例如 {number}。大小写和空格不影响。", check: "查验",
  file: "证书文件（PDF）", fileHint: "最大 10 MB。可以把文件拖到这里。", checkFile: "查验文件", again: "查验另一张",
  offline: "离线查验", offlineText: "不通过本站也能核对文件：先下载本协会签名用的数字证书，再运行下面的命令。证书目前是否有效，仍以本登记册为准。", signingCertificates: "签名用数字证书（PEM）",
  checkedAt: "查验时间：", VALID: "有效", SUSPENDED: "暂停使用", WITHDRAWN: "已撤销", EXPIRED: "已过期",
  NOT_IN_REGISTER: "不在本登记册", ALTERED_FILE: "文件已被改动",
  VALID_text: "本协会签发了这张证书，目前有效。", SUSPENDED_text: "这张证书确由本协会签发，但目前暂停使用。",
  WITHDRAWN_text: "这张证书确由本协会签发，但已被撤销，不再有效。", EXPIRED_text: "这张证书确由本协会签发，但有效期已过。",
  NOT_IN_REGISTER_text: "本登记册没有这张证书。请核对编号，或向出示者查询；这并不说明其他机构的证书真伪。",
  ALTERED_FILE_text: "这个文件带有本协会的签名，但内容在签发之后被改动，不可采信。",
  holder: "持有人", creditCode: "统一社会信用代码", grade: "服务质量等级", score: "得分", scope: "范围", period: "评估期间", scheme: "评估办法",
  issuedOn: "签发日期", expiresOn: "有效期至", issuer: "签发协会", since: "变更时间：", reason: "原因：",
  ownGrade: "服务质量等级由协会依其评估办法评定，不是政府部门的评级。", fileIntact: "文件完整：自签发以来没有改动。",
  numberMissing: "请输入证书编号。", fileMissing: "请选择一个非空的 PDF 文件。", tooLarge: "文件超过 10 MB。",
  oneAtATime: "每次只能查验一个文件。", formBroken: "表单没有完整传到，请重新提交。", outOfHundred: "／100",
  mistyped: "输入的不是本协会的证书编号：格式不符，或有字符输错。最后一位是校验码，请对照证书重新输入。",
  NOT_A_PDF: "这个文件不是 PDF。", NOT_SIGNED_BY_US: "这个 PDF 没有本协会的签名。", NOT_A_CERTIFICATE: "这个文件由本协会签名，但不是证书。",
};

const en: Words = {
  house: "Guildhall", homeTitle: "Kept in order by its own members", skip: "Skip to the content", languages: "Language", signIn: "Sign in", checkNav: "Check a certificate",
  homeLead: "Wholesalers sign a pledge here and assess their own service; the association audits them regularly, and anyone can check a certificate.",
  entrances: "Entrances", entranceMember: "Members", entranceMemberText: "Sign the pledge, assess your service, download your certificate.",
  entranceOfficer: "The association", entranceOfficerText: "Review assessments, run audits, keep the certificates.",
  entranceRegulator: "Regulators", entranceRegulatorText: "Read the norms and the pledge members hold to; check certificates.",
  entrancePublic: "Everyone", entrancePublicText: "Check whether a certificate is genuine and in force. No account needed.",
  verifyTitle: "Check a certificate", verifyLead: "Type the certificate's number or give us its file. No account needed; the file is only compared, never kept.",
  number: "Certificate number", numberHint: "Printed on the certificate, such as {number}. Capitals and spaces do not matter.", check: "Check",
  file: "Certificate file (PDF)", fileHint: "At most 10 MB. You can drop the file here.", checkFile: "Check the file", again: "Check another",
  offline: "Check offline", offlineText: "A file can be checked without us: fetch our signing certificates once and run the command below. Whether the certificate is still in force, only this register can say.", signingCertificates: "Signing certificates (PEM)",
  checkedAt: "Checked: ", VALID: "Valid", SUSPENDED: "Suspended", WITHDRAWN: "Withdrawn", EXPIRED: "Expired",
  NOT_IN_REGISTER: "Not in this register", ALTERED_FILE: "Altered file",
  VALID_text: "This association issued the certificate, and it is in force.", SUSPENDED_text: "This association issued the certificate, but it is suspended at present.",
  WITHDRAWN_text: "This association issued the certificate, but has withdrawn it. It is no longer valid.", EXPIRED_text: "This association issued the certificate, but its validity has ended.",
  NOT_IN_REGISTER_text: "This register has no such certificate. Check the number, or ask whoever showed it to you. It says nothing about other bodies' certificates.",
  ALTERED_FILE_text: "The file bears this association's signature, but was changed after it was issued. Do not rely on it.",
  holder: "Holder", creditCode: "Unified social credit code", grade: "Service quality grade", score: "Score", scope: "Scope", period: "Period assessed", scheme: "Scheme",
  issuedOn: "Issued", expiresOn: "Valid through", issuer: "Issued by", since: "Since: ", reason: "Reason: ",
  ownGrade: "The service quality grade is the association's own, under its scheme; it is not a rating by a public authority.", fileIntact: "The file is whole: nothing was changed since it was issued.",
  numberMissing: "Type the certificate’s number.", fileMissing: "Choose a PDF file that is not empty.", tooLarge: "The file is larger than 10 MB.",
  oneAtATime: "Give us one file at a time.", formBroken: "The form did not arrive whole. Please send it again.", outOfHundred: " / 100",
  mistyped: "This is not one of our numbers: its form is wrong, or a character was mistyped. The last one is a check character; compare it with the certificate and try again.",
  NOT_A_PDF: "The file is not a PDF.", NOT_SIGNED_BY_US: "The PDF does not bear this association’s signature.", NOT_A_CERTIFICATE: "This association signed the file, but it is not a certificate.",
};

const words: Record<Language, Words> = { "zh-Hant": zhHant, "zh-Hans": zhHans, en };

/** The sentences of the public pages in one language. */
export const wordsIn = (language: Language): Words => words[language];
export type { Words };
