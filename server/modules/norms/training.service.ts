import { newId } from "../../kernel/ids.ts";
import { asRead } from "../../kernel/plain-text.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, type Problem, refused, refusedWith } from "../../platform/outcome.ts";
import { mayActForMember, memberById } from "../members/index.ts";
import { normTrainingRecorded, normTrainingWithdrawn } from "./norm.events.ts";
import { normVersionById, type VersionRow, versionsByNorm } from "./norm.queries.ts";
import { standingOn } from "./norm-standing.rules.ts";
import { NormTraining, NormTrainingWithdrawal } from "./training.entity.ts";
import { recordedBy, trainingOfViewer, type TrainingRow } from "./training.queries.ts";
import { type Training, trainingFaults, withdrawalFault, writtenTraining } from "./training.rules.ts";

/** Far more than any firm trains on one version. */
const mostOfOneMember = 300;

/** What members report of training their people, so that the association knows whether its norms are taught. */
export class TrainingService {
  /** `zone` says which day it is. */
  constructor(private readonly zone: string) {}

  /** Records that the viewer's firm trained people on a version in force or coming into force. */
  async record(tx: Context, versionId: string, details: Training): Promise<Outcome<TrainingRow>> {
    const { userId, memberId } = tx.actor;
    const [version, member] = [await tx.load(normVersionById, versionId), memberId === null ? null : await tx.load(memberById, memberId)];
    if (version === null || version.state !== "ADOPTED") return refused("NOT_FOUND", "versionId");
    if (userId === null || member === null) return refused("NOT_ALLOWED");
    if (!mayActForMember(tx.actor, member)) return refused("NOT_A_MEMBER_NOW");
    const written = writtenTraining(details);
    const problems = await this.problemsWith(tx, version, written);
    if (problems.length > 0) return refusedWith(problems);
    if ((await recordedBy(tx, versionId, member.id)) >= mostOfOneMember) return refused("TOO_MANY");

    const training: NormTraining = { ...written, id: newId("nmt", tx.now), versionId, memberId: member.id, recordedBy: userId, recordedAt: tx.now };
    await tx.db.insert(NormTraining, training);
    announce(tx, normTrainingRecorded, { versionId, memberId: member.id, trainingId: training.id }, { record: training.id, after: training });
    return done(training);
  }

  /** Takes a record of the viewer's firm back; it counts no more, and stays on file with the reason. */
  async withdraw(tx: Context, id: string, reason: string): Promise<Outcome<TrainingRow>> {
    const training = await trainingOfViewer(tx, id);
    if (training === null) return refused("NOT_FOUND", "id");
    const fault = withdrawalFault(reason);
    if (fault) return refused(fault, "reason");
    const { versionId, memberId } = training;
    const member = await tx.load(memberById, memberId);
    if (member === null || !mayActForMember(tx.actor, member)) return refused("NOT_A_MEMBER_NOW");
    const withdrawal = { trainingId: id, memberId, reason: asRead(reason).trim(), withdrawnBy: tx.actor.userId ?? "", withdrawnAt: tx.now };
    const { raw } = await tx.db.createQueryBuilder().insert().into(NormTrainingWithdrawal).values(withdrawal).orIgnore().returning("training_id").execute();
    if ((raw as unknown[]).length === 0) return refused("NOT_FOUND", "id");
    announce(tx, normTrainingWithdrawn, { versionId, memberId, trainingId: id }, { record: id, after: withdrawal });
    return done(training);
  }

  private async problemsWith(tx: Context, version: VersionRow, training: Training): Promise<Problem[]> {
    const today = dayIn(this.zone, tx.now);
    if (standingOn(version, await tx.load(versionsByNorm, version.normId), today) === "SUPERSEDED") return [{ code: "NORM_STATE", path: "versionId" }];
    // What came adopted with the reference data bears no day of adoption.
    const since = version.adoptedOn ?? version.inForceOn ?? today;
    return trainingFaults(training, since, today).map(({ code, path }) => ({ code, path: `input.${path}` }));
  }
}
