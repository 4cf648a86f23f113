package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.settlement.Vat;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sums of a statement. Amounts are positive when the buyer pays.
///
/// @param loads how many loads it is about
/// @param loadingFen what loading costs besides the goods, with which it is invoiced
@Serdeable
public record StatementTotals(
    int loads,
    long acceptedKg,
    long settledKg,
    long goodsFen,
    long freightFen,
    long loadingFen,
    long netFen,
    @Nullable Long vatFen,
    long grossFen) {

  static StatementTotals of(
      List<StatementLine> lines, boolean taxIncluded, @Nullable Integer vatRateBp) {
    long goodsFen = lines.stream().mapToLong(StatementLine::amountFen).sum();
    long freightFen = lines.stream().mapToLong(StatementLine::freightFen).sum();
    long loadingFen = lines.stream().mapToLong(StatementLine::loadingFen).sum();
    Vat vat =
        Vat.of(
            Math.addExact(Math.addExact(goodsFen, loadingFen), freightFen), taxIncluded, vatRateBp);
    return new StatementTotals(
        (int) lines.stream().map(StatementLine::loadId).distinct().count(),
        lines.stream().mapToLong(StatementLine::acceptedKg).sum(),
        lines.stream().mapToLong(StatementLine::settledKg).sum(),
        goodsFen,
        freightFen,
        loadingFen,
        vat.netFen(),
        vat.vatFen(),
        vat.grossFen());
  }
}
