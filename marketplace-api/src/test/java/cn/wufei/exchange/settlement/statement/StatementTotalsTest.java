package cn.wufei.exchange.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.Amounts;
import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.Tonne;
import cn.wufei.exchange.settlement.Pricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementTotalsTest {

  private static final int RATE_BP = 1_300;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @RepeatedTest(50)
  void the_lines_sum_to_the_total_to_the_fen_in_whatever_order_they_come() {
    List<StatementLine> lines = new ArrayList<>();
    for (int i = 1 + random.nextInt(40); i > 0; i--) {
      lines.add(line(i));
    }
    boolean taxIncluded = random.nextBoolean();

    StatementTotals totals = StatementTotals.of(lines, taxIncluded, RATE_BP);

    long sumFen =
        lines.stream()
            .mapToLong(line -> line.amountFen() + line.loadingFen() + line.freightFen())
            .sum();
    String how = "seed " + seed;
    assertThat(totals.goodsFen() + totals.loadingFen() + totals.freightFen())
        .as(how)
        .isEqualTo(sumFen);
    assertThat(taxIncluded ? totals.grossFen() : totals.netFen()).as(how).isEqualTo(sumFen);
    Collections.shuffle(lines, random);
    assertThat(StatementTotals.of(lines, taxIncluded, RATE_BP)).as(how).isEqualTo(totals);
    List<StatementLine> corrected = new ArrayList<>(lines);
    lines.forEach(line -> corrected.add(line.reversed(Id.of(2), corrected.size() + 1)));
    StatementTotals nothing = StatementTotals.of(corrected, taxIncluded, RATE_BP);
    assertThat(nothing.grossFen()).as(how).isZero();
    assertThat(nothing.loadingFen()).as(how).isZero();
  }

  /// A load of dry tonnes at an index, with a fee for loading and freight.
  private StatementLine line(int place) {
    long wetKg = 1L + random.nextInt(60_000);
    BigDecimal moisture = hundredths(4_000);
    BigDecimal index = hundredths(40_000);
    BigDecimal fee = hundredths(1_000).add(new BigDecimal("0.01"));
    long dryKg = Amounts.dryKg(wetKg, moisture, BigDecimal.ZERO);
    BigDecimal price =
        new IndexTerms("x", new BigDecimal("0.8731"), hundredths(20_000).negate(), null, null)
            .yuanPerT(index);
    var pricing = new LinePricing("2026-03", "x", index, price, Tonne.DRY, moisture, fee);
    return new StatementLine(
        Id.of(100 + place),
        Id.of(1),
        place,
        LineKind.LOAD,
        Id.of(1_000 + place),
        "L",
        Id.of(3),
        "A",
        "fly-ash",
        LocalDate.of(2026, 3, 31),
        "P",
        "R",
        wetKg,
        wetKg - dryKg,
        dryKg,
        null,
        price,
        Pricing.amountFen(dryKg, price),
        random.nextInt(10_000),
        pricing,
        StatementLine.loadingFen(pricing, wetKg),
        null);
  }

  private BigDecimal hundredths(int below) {
    return BigDecimal.valueOf(random.nextInt(below), 2);
  }
}
