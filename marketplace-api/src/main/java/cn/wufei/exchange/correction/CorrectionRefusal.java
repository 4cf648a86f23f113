package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Refusal;

/// Why a correction is not proposed, decided or applied, in the order in which it is checked;
/// before these that what it names is there for the caller to see, after these what the corrected
/// fact itself must satisfy.
enum CorrectionRefusal implements Refusal {
  NOTHING_TO_CORRECT(Kind.CONFLICT, "This did not happen, or was voided already."),
  CAN_ONLY_BE_VOID(Kind.UNPROCESSABLE, "This has no values to correct; it can only be voided."),
  LOAD_HAS_ENDED(Kind.CONFLICT, "The load has ended; void its receipt or refusal first."),
  NOT_THE_LATEST_MONTH(
      Kind.CONFLICT, "A later month of this heap is reported; undo the later report first."),
  VALUE_NOT_APPLICABLE(Kind.UNPROCESSABLE, "This value is no part of what is corrected."),
  NOTHING_CHANGES(Kind.UNPROCESSABLE, "Everything is as it is recorded already."),
  CORRECTION_OPEN(Kind.CONFLICT, "A correction of this is waiting for an answer."),
  NOT_THE_APPROVER(Kind.FORBIDDEN, "The other party answers this."),
  ADMINISTRATOR_DECIDES(Kind.FORBIDDEN, "Your organisation's administrator answers this."),
  NOT_THE_PROPOSER(Kind.FORBIDDEN, "Who proposed it withdraws it."),
  CORRECTION_NOT_OPEN(Kind.CONFLICT, "This was answered already."),
  CORRECTION_EXPIRED(Kind.CONFLICT, "Nobody answered this in time; propose it again."),
  SECOND_PERSON_NEEDED(Kind.FORBIDDEN, "Another administrator than who proposed it approves it."),
  OTHER_PROPOSER_NEEDED(
      Kind.FORBIDDEN,
      "There is no other administrator; withdraw it, let a trader propose it, and approve it."),
  FACT_CHANGED(Kind.CONFLICT, "This changed since the correction was proposed; propose it anew.");

  private final Kind kind;
  private final String sentence;

  CorrectionRefusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
