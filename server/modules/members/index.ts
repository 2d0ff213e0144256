export { association, type Association } from "./association.queries.ts";
export { Member } from "./member.entity.ts";
export { memberAdmitted } from "./member.events.ts";
export { isStanding, mayActForMember } from "./member.policy.ts";
export { memberById, memberColumns } from "./member.queries.ts";
export { type Admission, MemberStatus, ProductLine, SizeClass } from "./member.rules.ts";
export { MemberService } from "./member.service.ts";
export { creditCodeCheck, creditCodeFault, writtenCreditCode } from "./credit-code.rules.ts";
export { type Region, regionOf } from "./region.rules.ts";
