package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.kernel.Refusal;

/// Why something about the document of an agreement is not done; each act says in which order it
/// checks them.
enum DocumentRefusal implements Refusal {
  AGREEMENT_NOT_ACTIVE(Kind.CONFLICT, "The agreement has ended already."),
  VERSION_NOT_OPEN(
      Kind.CONFLICT, "This version does not wait for signatures: it is signed or was given up."),
  NOT_AN_AMENDMENT(
      Kind.CONFLICT,
      "The first version says what was agreed already; who does not want it ends the agreement."),
  NOT_YOURS_TO_ANSWER(Kind.FORBIDDEN, "The other side answers this."),
  NOT_YOUR_AMENDMENT(Kind.FORBIDDEN, "Only who proposed the amendment takes it back."),
  HASH_DIFFERS(Kind.CONFLICT, "This version has another content than the one that you saw."),
  PAPER_WAITS(Kind.CONFLICT, "A signature on paper waits for an answer."),
  PAPERS_TOO_MANY(
      Kind.CONFLICT, "No more signatures on paper can be recorded of this version; sign it here."),
  SIDE_SIGNED_ALREADY(Kind.CONFLICT, "Your side has signed this version already."),
  SIGNED_IN_THE_FUTURE(Kind.UNPROCESSABLE, "The day of signing is today or earlier."),
  SIGNED_BEFORE_AGREED(
      Kind.UNPROCESSABLE, "The day of signing lies more than thirty days before the agreement."),
  NO_SUCH_FILE(Kind.UNPROCESSABLE, "The version has no such file."),
  PAPER_ANSWERED(Kind.CONFLICT, "This was answered or withdrawn already."),
  NOT_YOUR_PAPER(Kind.FORBIDDEN, "Only who recorded it takes it back."),
  VERSION_OPEN(Kind.CONFLICT, "A version waits for signatures; have it signed or end it first."),
  VERSIONS_TOO_MANY(
      Kind.CONFLICT, "No more versions can be made of this agreement; make a further one."),
  DOCUMENT_NOT_SIGNED(Kind.CONFLICT, "Nothing is signed yet that could be amended."),
  NOTHING_CHANGED(Kind.UNPROCESSABLE, "The amendment says the same as the version in force."),
  DELIVERY_REVERSED(Kind.UNPROCESSABLE, "Delivery ends before it begins."),
  DELIVERY_PAST(Kind.UNPROCESSABLE, "Delivery ends today or later."),
  DELIVERY_TOO_LATE(Kind.UNPROCESSABLE, "Delivery ends more than three years ahead."),
  MONTHS_OUTSIDE(Kind.UNPROCESSABLE, "A month with a quantity lies after the end of delivery."),
  BELOW_LOADED(Kind.CONFLICT, "More than that has been loaded already."),
  MORE_THAN_DEMANDED(Kind.CONFLICT, "The demand does not seek as much any more."),
  PRICE_FOLLOWS_INDEX(
      Kind.CONFLICT,
      "The price follows an index; the figure beside it is the indicative one and binds nobody."),
  PRICE_DAY_ALONE(
      Kind.UNPROCESSABLE, "A day from which a price holds is stated with the price that changes."),
  PRICE_DAY_OUTSIDE_DELIVERY(
      Kind.UNPROCESSABLE, "The day from which a price holds lies in the time of delivery."),
  PRICE_DAY_SETTLED(
      Kind.CONFLICT,
      "Loads of that day or later are on a statement or settled by a laboratory report.");

  private final Kind kind;
  private final String sentence;

  DocumentRefusal(Kind kind, String sentence) {
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
