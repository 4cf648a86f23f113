package cn.wufei.exchange.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTest {

  @Test
  void the_cheapest_are_used_up_first() {
    assertThat(Split.of(100, List.of(partner(1, 60, "9"), partner(2, 70, "7"))))
        .containsExactly(
            new Split.Part(Id.of(2), 70, new BigDecimal("7")),
            new Split.Part(Id.of(1), 30, new BigDecimal("9")));
  }

  /// The five cheapest are too small, so a dear one has to take part: in place of the dearest of
  /// them.
  @Test
  void no_more_than_five_take_part_and_they_fill_what_five_can_fill() {
    List<Split.Partner> partners = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      partners.add(partner(i, 10, Integer.toString(i)));
    }
    partners.add(partner(7, 60, "50"));

    List<Split.Part> parts = Split.of(100, partners);

    assertThat(parts)
        .extracting(part -> part.id().value(), Split.Part::quantityKg)
        .containsExactly(
            tuple(1L, 10L), tuple(2L, 10L), tuple(3L, 10L), tuple(4L, 10L), tuple(7L, 60L));
  }

  @Test
  void at_equal_cost_fewer_partners_are_better() {
    List<Split.Part> parts =
        Split.of(100, List.of(partner(1, 50, "5"), partner(2, 50, "5"), partner(3, 100, "5")));

    assertThat(parts).extracting(part -> part.id().value()).containsExactly(3L);
  }

  /// The cheapest would leave 20 to the second, which it does not sell alone.
  @Test
  void nobody_gets_less_than_it_trades_at_least() {
    List<Split.Part> parts =
        Split.of(
            100,
            List.of(
                new Split.Partner(Id.of(1), 80, BigDecimal.ONE, 10),
                new Split.Partner(Id.of(2), 90, BigDecimal.TWO, 30),
                new Split.Partner(Id.of(3), 15, BigDecimal.TEN, 0)));

    assertThat(parts)
        .extracting(part -> part.id().value(), Split.Part::quantityKg)
        .containsExactly(tuple(2L, 90L), tuple(3L, 10L));
  }

  @Test
  void nothing_is_divided_among_nobody() {
    assertThat(Split.of(100, List.of(partner(1, 0, "5")))).isEmpty();
    assertThat(Split.of(0, List.of(partner(1, 10, "5")))).isEmpty();
  }

  @Test
  void no_choice_of_partners_is_better_than_the_one_found() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("SplitTest seed: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      List<Split.Partner> partners = new ArrayList<>();
      for (int j = random.nextInt(10); j > 0; j--) {
        partners.add(partner(j, random.nextInt(1, 40), Integer.toString(random.nextInt(-20, 20))));
      }
      long wanted = random.nextInt(1, 150);

      Total found = Total.of(Split.of(wanted, partners));

      assertThat(found)
          .as("seed %d: %d of %s", seed, wanted, partners)
          .usingComparator(Total.BEST_FIRST)
          .isEqualTo(best(List.of(wanted), partners));
    }
  }

  /// March and April want 100 each. Both cheap ones have tonnes in March alone.
  @Test
  void a_quantity_that_recurs_is_filled_month_by_month() {
    List<Split.Part> parts =
        Split.of(
            List.of(100L, 100L),
            List.of(
                monthly(1, 200, "5", 80, 0),
                monthly(2, 200, "6", 80, 0),
                monthly(3, 90, "9", 100, 100)));

    assertThat(parts)
        .extracting(part -> part.id().value(), Split.Part::quantityKg)
        .containsExactly(tuple(1L, 80L), tuple(2L, 20L), tuple(3L, 90L));
  }

  @Test
  void no_choice_of_partners_fills_the_months_better_than_the_one_found() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("SplitTest months seed: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<Long> wanted = List.of(random.nextLong(60), random.nextLong(60), random.nextLong(60));
      List<Split.Partner> partners = new ArrayList<>();
      for (int j = random.nextInt(10); j > 0; j--) {
        partners.add(
            monthly(
                j,
                random.nextInt(1, 80),
                Integer.toString(random.nextInt(-20, 20)),
                random.nextInt(40),
                random.nextInt(40),
                random.nextInt(40)));
      }

      Total found = Total.of(Split.of(wanted, partners));

      assertThat(found)
          .as("seed %d: %s of %s", seed, wanted, partners)
          .usingComparator(Total.BEST_FIRST)
          .isEqualTo(best(wanted, partners));
    }
  }

  private static Total best(List<Long> wanted, List<Split.Partner> partners) {
    Total best = new Total(0, BigDecimal.ZERO, 0);
    for (int subset = 0; subset < 1 << partners.size(); subset++) {
      if (Integer.bitCount(subset) <= Split.PARTNERS_MAX) {
        Total total = total(wanted, partners, subset);
        best = Total.BEST_FIRST.compare(total, best) < 0 ? total : best;
      }
    }
    return best;
  }

  private static Total total(List<Long> wanted, List<Split.Partner> partners, int subset) {
    List<Split.Partner> members = new ArrayList<>();
    for (int i = 0; i < partners.size(); i++) {
      if ((subset & 1 << i) != 0) {
        members.add(partners.get(i));
      }
    }
    members.sort(Comparator.comparing(Split.Partner::yuanPerT).thenComparing(Split.Partner::id));
    List<Split.Part> parts = new ArrayList<>();
    List<Long> rest = new ArrayList<>(wanted);
    for (Split.Partner member : members) {
      long taken = 0;
      for (int month = 0; month < rest.size(); month++) {
        long most = Math.min(member.inEachKg().get(month), member.quantityKg() - taken);
        long kg = Math.min(rest.get(month), most);
        rest.set(month, rest.get(month) - kg);
        taken += kg;
      }
      if (taken > 0) {
        parts.add(new Split.Part(member.id(), taken, member.yuanPerT()));
      }
    }
    return Total.of(parts);
  }

  private static Split.Partner partner(long id, long kg, String yuanPerT) {
    return new Split.Partner(Id.of(id), kg, new BigDecimal(yuanPerT));
  }

  private static Split.Partner monthly(long id, long kg, String yuanPerT, long... inEachKg) {
    return new Split.Partner(
        Id.of(id), kg, new BigDecimal(yuanPerT), Arrays.stream(inEachKg).boxed().toList(), 0);
  }

  private record Total(long kg, BigDecimal cost, int partners) {

    static final Comparator<Total> BEST_FIRST =
        Comparator.comparingLong(Total::kg)
            .reversed()
            .thenComparing(Total::cost)
            .thenComparingInt(Total::partners);

    static Total of(List<Split.Part> parts) {
      return new Total(
          parts.stream().mapToLong(Split.Part::quantityKg).sum(),
          parts.stream()
              .map(part -> part.yuanPerT().multiply(BigDecimal.valueOf(part.quantityKg())))
              .reduce(BigDecimal.ZERO, BigDecimal::add),
          parts.size());
    }
  }
}
