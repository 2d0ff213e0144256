import { Column, Entity, PrimaryColumn } from "typeorm";

/** The state of the journal at one moment, sealed for outsiders to keep. */
@Entity("journal_checkpoint")
export class JournalCheckpoint {
  @PrimaryColumn("bigint") size: number;
  /** Of the Merkle tree over the first `size` entries, in base64. */
  @Column("text") root: string;
  /** The signed note after C2SP tlog-checkpoint. */
  @Column("text") note: string;
  @Column("timestamptz") at: Date;
}
