package cn.wufei.exchange.approval;

import cn.wufei.exchange.kernel.Refusal;

/// Why an act waits, is not asked for or is not decided on, in the order in which it is checked;
/// when it is asked for or approved, what the act itself must satisfy is checked before.
public enum ApprovalRefusal implements Refusal {
  APPROVAL_NEEDED(
      Kind.FORBIDDEN,
      "Above this sum another administrator of your organisation has to approve it; ask for"
          + " approval."),
  APPROVAL_NOT_NEEDED(Kind.CONFLICT, "You may do this yourself; nobody has to approve it."),
  NO_APPROVER(
      Kind.CONFLICT,
      "Your organisation has no other administrator who could approve it: appoint one, or let"
          + " administrators act alone."),
  APPROVAL_PENDING(
      Kind.CONFLICT, "Somebody of your organisation asked for approval of this already."),
  APPROVAL_ENDED(Kind.CONFLICT, "This was decided, withdrawn or overtaken already."),
  NOT_THE_ASKER(Kind.FORBIDDEN, "Who asked, or an administrator, withdraws it."),
  OTHER_PERSON_APPROVES(
      Kind.FORBIDDEN, "Another administrator than who asked approves or refuses it.");

  private final Kind kind;
  private final String sentence;

  ApprovalRefusal(Kind kind, String sentence) {
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
