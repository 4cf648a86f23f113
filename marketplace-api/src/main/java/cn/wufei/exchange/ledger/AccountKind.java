package cn.wufei.exchange.ledger;

import java.util.Locale;

/// What an account stands for. A commitment can be refused, so its accounts are limited: they never
/// hold less than nothing. Mass is a fact and is never refused: what left beyond the recorded stock
/// makes [#UNRECONCILED] negative, where everybody sees it.
public enum AccountKind {
  /// Source of a lot's promise; the negative of all that was offered.
  ISSUED(Unit.COMMITMENT_KG, false),
  /// Offered and not yet promised to anybody.
  AVAILABLE(Unit.COMMITMENT_KG, true),
  /// Promised by an agreement and not yet loaded.
  RESERVED(Unit.COMMITMENT_KG, true),
  /// Loaded against an agreement.
  FULFILLED(Unit.COMMITMENT_KG, true),
  /// Taken back: withdrawn, expired or cancelled.
  RELEASED(Unit.COMMITMENT_KG, true),

  /// Source of a stream's generation in one year.
  GENERATED(Unit.MASS_KG, false),
  /// Source of the stock that was there before the first record.
  OPENING(Unit.MASS_KG, false),
  /// Source of tonnes that only a stock-take brought to light.
  FOUND(Unit.MASS_KG, false),
  /// In the producer's yard.
  ON_HAND(Unit.MASS_KG, true),
  /// Left the yard beyond what was recorded to be there; negative until a stock-take or the month's
  /// generation clears it.
  UNRECONCILED(Unit.MASS_KG, false),
  /// Used by the producer itself (自行利用).
  OWN_USE(Unit.MASS_KG, true),
  /// Disposed of by the producer itself (自行处置).
  OWN_DISPOSAL(Unit.MASS_KG, true),
  /// Dumped (倾倒丢弃).
  DUMPED(Unit.MASS_KG, true),
  /// Being processed into other things; empty again when its transfer is complete.
  PROCESSING(Unit.MASS_KG, true),
  /// Left processing as moisture or another loss; negative where processing added mass, such as
  /// water.
  PROCESS_LOSS(Unit.MASS_KG, false),
  /// Became a product of processing that is no waste any more.
  RECOVERED(Unit.MASS_KG, true),
  /// Handed to a related party for use, without a market deal, and not yet stated to be used.
  RELATED_PARTY(Unit.MASS_KG, true),
  /// Used by a related party, as it stated to the producer.
  RELATED_USE(Unit.MASS_KG, true),
  /// On a truck, by load.
  IN_TRANSIT(Unit.MASS_KG, true),
  /// Origin weight less destination weight; either sign.
  DIFFERENCE(Unit.MASS_KG, false),
  /// In the receiver's heap, by origin.
  HEAP(Unit.MASS_KG, true),
  /// Consumed by a receiver beyond its recorded heap.
  HEAP_UNRECONCILED(Unit.MASS_KG, false),
  /// Used by a receiver, as its use report proves (委托利用).
  USED(Unit.MASS_KG, true),

  /// Source of what is owed: the negative of all that agreed statements charged. Owned by the
  /// seller, against the buyer, as [#DUE] and [#SETTLED] are.
  CHARGED(Unit.MONEY_FEN, false),
  /// Open between a seller and a buyer; below zero the seller owes, as for a negative price.
  DUE(Unit.MONEY_FEN, false),
  /// What of the dues was paid, by payment, prepayment or deposit; either sign, as dues have.
  SETTLED(Unit.MONEY_FEN, false),
  /// Source of what somebody has with a counterparty: the negative of what was paid ahead or lodged
  /// and has neither come back nor been used.
  LODGED(Unit.MONEY_FEN, false),
  /// Paid ahead of any due; owned by the payer, held by the counterparty.
  PREPAID(Unit.MONEY_FEN, true),
  /// A deposit (保证金) under an agreement; owned by who lodged it, held by the counterparty.
  DEPOSIT(Unit.MONEY_FEN, true),
  /// Deposits that the holder keeps for good.
  FORFEITED(Unit.MONEY_FEN, true);

  private final Unit unit;
  private final boolean limited;

  AccountKind(Unit unit, boolean limited) {
    this.unit = unit;
    this.limited = limited;
  }

  public Unit unit() {
    return unit;
  }

  /// Whether the balance may never fall below zero.
  public boolean limited() {
    return limited;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static AccountKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
