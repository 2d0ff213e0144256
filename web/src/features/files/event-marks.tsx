import {
  AuditOutlined, BookOutlined, EditOutlined, FileDoneOutlined, FileSearchOutlined, FormOutlined, GiftOutlined, NotificationOutlined, SafetyCertificateOutlined, SolutionOutlined,
  ToolOutlined, TrophyOutlined, UserSwitchOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { TimelineEvent, TimelineKind } from "../../gql/graphql.ts";
import type { Tone } from "../../ui/tone.tsx";

/** The sign of each kind, in the order in which kinds are offered. */
export const signs: Record<TimelineKind, ReactNode> = {
  STANDING: <UserSwitchOutlined />, PLEDGE: <FileDoneOutlined />, ASSESSMENT: <FormOutlined />, AUDIT: <AuditOutlined />, FINDING: <FileSearchOutlined />, GRADE: <TrophyOutlined />,
  CREDIT: <BookOutlined />, REWARD: <GiftOutlined />, CASE: <SolutionOutlined />, APPEAL: <EditOutlined />, PUBLICATION: <NotificationOutlined />, REPAIR: <ToolOutlined />,
  CERTIFICATE: <SafetyCertificateOutlined />,
};

export const kinds = Object.keys(signs) as TimelineKind[];

/** What each event means for the member. */
export const tones: Record<TimelineEvent, Tone> = {
  ADMITTED: "good", RENEWED: "good", LEAVING: "plain", LEAVING_REVOKED: "note", SUSPENDED: "bad", REINSTATED: "good", EXPELLED: "bad", GRACE_BEGINS: "wait", MEMBERSHIP_LAPSES: "bad",
  PLEDGE_SIGNED: "good",
  ASSESSMENT_HANDED_IN: "note", ASSESSMENT_RETURNED: "wait", ASSESSMENT_CONFIRMED: "good",
  AUDITED: "note", FOUND: "wait", FINDING_SETTLED: "good",
  GRADE_GIVEN: "note", GRADE_RAISED: "good", GRADE_LOWERED: "bad", GRADE_KEPT: "note", GRADE_WITHHELD: "plain", CREDIT_CORRECTED: "note",
  REWARD_GIVEN: "good", REWARD_REVOKED: "bad", REWARD_ENDS: "plain",
  CASE_OPENED: "wait", CASE_NOTICE_SERVED: "wait", CASE_ANSWERED: "note", CASE_DECIDED: "note", CASE_SERVED: "bad", CASE_IN_FORCE: "bad", CASE_DROPPED: "plain", CASE_CLOSED: "plain",
  APPEAL_ENDS: "wait", APPEAL_FILED: "note", APPEAL_WITHDRAWN: "plain", APPEAL_DECIDED: "note",
  PUBLICATION_BEGINS: "bad", PUBLICATION_ENDS: "good",
  REPAIR_OPENS: "note", REPAIR_ASKED: "note", REPAIR_RETURNED: "wait", REPAIR_GRANTED: "good", REPAIR_REFUSED: "bad",
  CERTIFICATE_ISSUED: "good", CERTIFICATE_SUSPENDED: "wait", CERTIFICATE_REINSTATED: "good", CERTIFICATE_WITHDRAWN: "bad", CERTIFICATE_ENDS: "plain",
};
