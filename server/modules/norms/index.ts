export { Norm, NormArticle, NormChapter, NormVersion } from "./norm.entity.ts";
export { normVersionEntered, pledgeReceiptDrawn, pledgeSigned, pledgeVersionEntered } from "./norm.events.ts";
export { type Article, type Chapter, type ExternalNorm, type NormDefinition, TextState, versionInForce } from "./norm.rules.ts";
export { NormService } from "./norm.service.ts";
export { PledgeReceipt, PledgeSignature, PledgeVersion } from "./pledge.entity.ts";
export { filePledgeReceipt, sweepPledgeReceipts } from "./pledge.jobs.ts";
export { pledgeInForce, signatureByMember } from "./pledge.queries.ts";
export { type Clause, type PledgeDefinition, PledgeState, pledgeText, sealOf } from "./pledge.rules.ts";
export { PledgeService, type PledgeSigning } from "./pledge.service.ts";
