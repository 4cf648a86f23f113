package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Divides a quantity over several partners, month by month where it recurs. What is sought, in
/// this order: the most tonnes; the least cost of them; the fewest partners. Of the partners that
/// take part the cheaper ones are always used up first, each in its earlier months first: a choice
/// of partners is a division. A partner to which less would fall than it trades at least takes no
/// part; that a cheaper one should give up some for it is not tried. All choices of at most
/// [#PARTNERS_MAX] are searched; those that cannot become better than the best so far are left out.
public final class Split {

  public static final int PARTNERS_MAX = 5;

  private static final Comparator<Partner> CHEAPEST_FIRST =
      Comparator.comparing(Partner::yuanPerT).thenComparing(Partner::id);

  private final List<Partner> partners;

  /// The most that so many of the partners from a place on can give together.
  private final long[][] mostKg;

  private final List<Part> chosen = new ArrayList<>();
  private List<Part> best = List.of();

  /// Less than this is not looked at: that much can be filled for certain.
  private long aimKg;

  private @Nullable BigDecimal bestCost;

  private Split(List<Partner> partners) {
    this.partners = partners;
    this.mostKg = mostKg(partners);
  }

  /// @param quantityKg the most that it can give or take in all
  /// @param yuanPerT what a tonne of it costs; negative when it is paid for
  /// @param inEachKg the most in each month of the quantity; one entry where that does not recur
  /// @param leastKg what it trades at least; 0 where that is any quantity
  public record Partner(
      Id id, long quantityKg, BigDecimal yuanPerT, List<Long> inEachKg, long leastKg) {

    public Partner {
      inEachKg = List.copyOf(inEachKg);
    }

    /// Of a quantity that does not recur.
    public Partner(Id id, long quantityKg, BigDecimal yuanPerT, long leastKg) {
      this(id, quantityKg, yuanPerT, List.of(quantityKg), leastKg);
    }

    /// Of a quantity that does not recur, and of which any part will do.
    public Partner(Id id, long quantityKg, BigDecimal yuanPerT) {
      this(id, quantityKg, yuanPerT, 0);
    }
  }

  /// @param quantityKg what falls to the partner
  public record Part(Id id, long quantityKg, BigDecimal yuanPerT) {}

  /// The parts, the cheapest first; empty when no partner has anything.
  public static List<Part> of(long quantityKg, List<Partner> all) {
    return of(List.of(quantityKg), all);
  }

  /// The parts, the cheapest first; empty when no partner has anything.
  ///
  /// @param inEachKg what is to be divided, for each of its months
  public static List<Part> of(List<Long> inEachKg, List<Partner> all) {
    List<Partner> usable =
        all.stream().filter(partner -> partner.quantityKg() > 0).sorted(CHEAPEST_FIRST).toList();
    long[] wantedKg = inEachKg.stream().mapToLong(kg -> Math.max(0, kg)).toArray();
    Split split = new Split(usable);
    if (wantedKg.length == 1 && usable.stream().allMatch(partner -> partner.leastKg() == 0)) {
      split.aimKg = Math.min(wantedKg[0], split.mostKg[0][PARTNERS_MAX]);
    }
    split.search(0, wantedKg, Arrays.stream(wantedKg).sum(), 0, BigDecimal.ZERO);
    return split.best;
  }

  /// @param from the partners before it are decided on
  /// @param leftKg what those that were chosen leave in each month
  /// @param restKg its sum
  /// @param filledKg what they fill
  private void search(int from, long[] leftKg, long restKg, long filledKg, BigDecimal cost) {
    keepIfBest(filledKg, cost);
    int free = PARTNERS_MAX - chosen.size();
    for (int i = from; i < partners.size() && free > 0 && restKg > 0; i++) {
      Partner partner = partners.get(i);
      if (isBeaten(filledKg, filledKg + Math.min(restKg, mostKg[i][free]), cost, partner)) {
        return;
      }
      long[] left = leftKg.clone();
      long taken = take(partner, left);
      if (taken > 0 && taken >= partner.leastKg()) {
        chosen.add(new Part(partner.id(), taken, partner.yuanPerT()));
        search(i + 1, left, restKg - taken, filledKg + taken, cost.add(cost(partner, taken)));
        chosen.removeLast();
      }
    }
  }

  private void keepIfBest(long filledKg, BigDecimal cost) {
    if (chosen.isEmpty() || filledKg < aimKg) {
      return;
    }
    int order = bestCost == null || filledKg > aimKg ? -1 : cost.compareTo(bestCost);
    if (order < 0 || (order == 0 && chosen.size() < best.size())) {
      aimKg = filledKg;
      bestCost = cost;
      best = List.copyOf(chosen);
    }
  }

  /// Every partner from here on costs at least as much as this one.
  ///
  /// @param mostKg what can be filled with them at most
  private boolean isBeaten(long filledKg, long mostKg, BigDecimal cost, Partner cheapestLeft) {
    if (mostKg < aimKg) {
      return true;
    }
    if (bestCost == null || mostKg > aimKg) {
      return false;
    }
    int order = cost.add(cost(cheapestLeft, aimKg - filledKg)).compareTo(bestCost);
    return order > 0 || (order == 0 && chosen.size() + 1 >= best.size());
  }

  /// Takes from what is left as much as the partner can give, the earlier months first.
  private static long take(Partner partner, long[] leftKg) {
    long taken = 0;
    for (int month = 0; month < leftKg.length; month++) {
      long kg =
          Math.min(
              partner.quantityKg() - taken, Math.min(leftKg[month], partner.inEachKg().get(month)));
      leftKg[month] -= kg;
      taken += kg;
    }
    return taken;
  }

  private static long[][] mostKg(List<Partner> partners) {
    long[][] most = new long[partners.size() + 1][PARTNERS_MAX + 1];
    for (int i = partners.size() - 1; i >= 0; i--) {
      Partner partner = partners.get(i);
      long all = partner.inEachKg().stream().reduce(0L, Math::addExact);
      long kg = Math.min(partner.quantityKg(), all);
      for (int count = 1; count <= PARTNERS_MAX; count++) {
        long with = Math.addExact(kg, most[i + 1][count - 1]);
        most[i][count] = Math.max(with, most[i + 1][count]);
      }
    }
    return most;
  }

  private static BigDecimal cost(Partner partner, long kg) {
    return partner.yuanPerT().multiply(BigDecimal.valueOf(kg));
  }
}
