package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What a prepayment still covers.
final class Coverages {

  /// Loads beyond it that are named.
  static final int NAMED_MAX = 50;

  private static final BigDecimal KG_YUAN_PER_FEN = BigDecimal.TEN;

  private Coverages() {}

  /// @param freeFen prepaid less due, before any of the loads
  /// @param loads on no agreed statement, oldest first
  /// @param yuanPerT positive
  static AgreementMoney.Coverage of(long freeFen, List<Leaving> loads, BigDecimal yuanPerT) {
    long rest = freeFen;
    List<AgreementMoney.LoadBeyond> beyond = new ArrayList<>();
    for (Leaving load : loads) {
      long uncovered = Math.min(load.amountFen(), load.amountFen() - Math.max(0, rest));
      if (uncovered > 0 && beyond.size() < NAMED_MAX) {
        beyond.add(new AgreementMoney.LoadBeyond(load.id(), load.number(), uncovered));
      }
      rest -= load.amountFen();
    }
    long remainingKg =
        BigDecimal.valueOf(Math.max(0, rest))
            .multiply(KG_YUAN_PER_FEN)
            .divide(yuanPerT, 0, RoundingMode.DOWN)
            .longValueExact();
    return new AgreementMoney.Coverage(rest, remainingKg, beyond);
  }

  /// A load that left and is not stated.
  record Leaving(Id id, String number, long amountFen) {}
}
