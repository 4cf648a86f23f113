package cn.wufei.exchange.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Kinds of work, in the order in which they are shown: first where somebody else waits or a day
/// runs out, then what the books need, last what may be worth a look.
@Serdeable
public enum WorkKind {
  /// An offer of the other side to accept, counter or decline.
  @JsonProperty("offer")
  OFFER(true),
  /// A sample to answer, to send or to confirm the receipt of.
  @JsonProperty("sample")
  SAMPLE(true),
  /// What the buyer of a framework called off, to accept or decline.
  @JsonProperty("call-off")
  CALL_OFF(true),
  /// A month of a framework to call off.
  @JsonProperty("month-to-call-off")
  MONTH_TO_CALL_OFF(true),
  /// An agreement or an amendment of one to sign, or a signature on paper to confirm.
  @JsonProperty("agreement-to-sign")
  AGREEMENT_TO_SIGN(true),
  /// A bid of ours to open before the opening of its tender ends.
  @JsonProperty("bid-to-open")
  BID_TO_OPEN(true),
  /// A tender of ours whose opening has ended, to award or end.
  @JsonProperty("tender-to-award")
  TENDER_TO_AWARD(true),
  /// A deposit for a tender of ours, to confirm or reject.
  @JsonProperty("tender-deposit")
  TENDER_DEPOSIT(true),
  /// A deposit for a tender of ours that is over, to release or forfeit.
  @JsonProperty("tender-deposit-return")
  TENDER_DEPOSIT_RETURN(true),
  /// A load on its way to us, to weigh and receive.
  @JsonProperty("load")
  LOAD(true),
  /// A correction that we approve or decline.
  @JsonProperty("correction")
  CORRECTION(true),
  /// What somebody of the firm asked for above its sum, to approve or refuse.
  @JsonProperty("approval")
  APPROVAL(true),
  /// A firm that wants ours to act for it, to accept or decline.
  @JsonProperty("delegation")
  DELEGATION(true),
  /// A draft of a lot that somebody of the firm submitted, to publish or give back.
  @JsonProperty("lot-review")
  LOT_REVIEW(true),
  /// A draft of a lot that was given back with a reason.
  @JsonProperty("lot-returned")
  LOT_RETURNED(true),
  /// A statement to agree to, or one of our own that was disputed.
  @JsonProperty("statement")
  STATEMENT(true),
  /// A payment to us, to confirm or reject.
  @JsonProperty("payment")
  PAYMENT(true),
  /// A deposit with us to confirm, or one given back to us.
  @JsonProperty("deposit")
  DEPOSIT(true),
  /// A heap whose last full month is not reported.
  @JsonProperty("use-report")
  USE_REPORT(true),
  /// A stream from which more left than was recorded.
  @JsonProperty("unreconciled")
  UNRECONCILED(true),
  /// An organisation that waits to be verified.
  @JsonProperty("verification")
  VERIFICATION(true),
  /// A stockpile whose last day is over and that is not known to be cleared.
  @JsonProperty("stockpile")
  STOCKPILE(true),
  /// A quality report that runs out, of a stream that was not sampled again.
  @JsonProperty("quality-report")
  QUALITY_REPORT(false),
  /// A key of one of our programs that runs out.
  @JsonProperty("key-ending")
  KEY_ENDING(false),
  /// A delegation, given or taken on, whose last day is near.
  @JsonProperty("delegation-ending")
  DELEGATION_ENDING(false),
  /// An approval of a buyer that runs out.
  @JsonProperty("approval-ending")
  APPROVAL_ENDING(false),
  /// A lot that ends soon with something left.
  @JsonProperty("lot-ending")
  LOT_ENDING(false),
  /// A demand that ends soon with something left.
  @JsonProperty("demand-ending")
  DEMAND_ENDING(false),
  /// Matches that nobody has looked at.
  @JsonProperty("match")
  MATCH(false),
  /// A stream with tonnes in the yard and no lot on the market.
  @JsonProperty("unlisted")
  UNLISTED(false);

  private final boolean due;

  WorkKind(boolean due) {
    this.due = due;
  }

  /// Whether somebody waits for it or a book is not right without it; otherwise it is a hint.
  public boolean isDue() {
    return due;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static WorkKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
