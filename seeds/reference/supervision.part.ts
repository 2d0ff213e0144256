import { CreditSchemeService } from "../../server/modules/credit/index.ts";
import { RuleSetService } from "../../server/modules/supervision/index.ts";
import { each, type ReferencePart } from "./part.ts";

export const auditRulesPart: ReferencePart = {
  name: "audit rules",
  enter: (tx, { auditRules }) => each(auditRules, (rules) => new RuleSetService().enter(tx, rules)),
};

export const creditSchemesPart: ReferencePart = {
  name: "credit schemes",
  enter: (tx, { creditSchemes }) => each(creditSchemes, (scheme) => new CreditSchemeService().enter(tx, scheme)),
};
