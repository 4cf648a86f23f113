package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Divides a quantity over several partners. What is sought, in this order: the most tonnes; the
/// least cost of them; the fewest partners. There are no least quantities, so among the partners
/// that take part the cheaper ones are always used up first and only the last one in part: a choice
/// of partners is a division. All choices of at most [#PARTNERS_MAX] are searched; those that
/// cannot become better than the best so far are left out.
public final class Split {

  public static final int PARTNERS_MAX = 5;

  private static final Comparator<Partner> CHEAPEST_FIRST =
      Comparator.comparing(Partner::yuanPerT).thenComparing(Partner::id);

  private final List<Partner> partners;

  /// The most that so many of the partners from a place on can give together.
  private final long[][] mostKg;

  private final List<Partner> chosen = new ArrayList<>();
  private List<Partner> best = List.of();
  private @Nullable BigDecimal bestCost;

  private Split(List<Partner> partners) {
    this.partners = partners;
    this.mostKg = mostKg(partners);
  }

  /// @param quantityKg the most that it can give or take
  /// @param yuanPerT what a tonne of it costs; negative when it is paid for
  public record Partner(Id id, long quantityKg, BigDecimal yuanPerT) {}

  /// @param quantityKg what falls to the partner
  public record Part(Id id, long quantityKg, BigDecimal yuanPerT) {}

  /// The parts, the cheapest first; empty when no partner has anything.
  public static List<Part> of(long quantityKg, List<Partner> all) {
    List<Partner> usable =
        all.stream().filter(partner -> partner.quantityKg() > 0).sorted(CHEAPEST_FIRST).toList();
    Split split = new Split(usable);
    long wanted = Math.min(quantityKg, split.mostKg[0][PARTNERS_MAX]);
    if (wanted <= 0) {
      return List.of();
    }
    split.search(0, wanted, BigDecimal.ZERO);
    return parts(split.best, wanted);
  }

  /// @param from the partners before it are decided on
  /// @param restKg what those that were chosen leave
  private void search(int from, long restKg, BigDecimal cost) {
    if (restKg == 0) {
      int order = bestCost == null ? -1 : cost.compareTo(bestCost);
      if (order < 0 || (order == 0 && chosen.size() < best.size())) {
        bestCost = cost;
        best = List.copyOf(chosen);
      }
      return;
    }
    int free = PARTNERS_MAX - chosen.size();
    for (int i = from; i < partners.size() && free > 0; i++) {
      Partner partner = partners.get(i);
      if (isBeaten(cost, partner, restKg)) {
        return;
      }
      long taken = Math.min(restKg, partner.quantityKg());
      if (restKg - taken <= mostKg[i + 1][free - 1]) {
        chosen.add(partner);
        search(i + 1, restKg - taken, cost.add(cost(partner, taken)));
        chosen.removeLast();
      }
    }
  }

  /// Every partner from here on costs at least as much as this one.
  private boolean isBeaten(BigDecimal cost, Partner cheapestLeft, long restKg) {
    if (bestCost == null) {
      return false;
    }
    int order = cost.add(cost(cheapestLeft, restKg)).compareTo(bestCost);
    return order > 0 || (order == 0 && chosen.size() + 1 >= best.size());
  }

  private static long[][] mostKg(List<Partner> partners) {
    long[][] most = new long[partners.size() + 1][PARTNERS_MAX + 1];
    for (int i = partners.size() - 1; i >= 0; i--) {
      for (int count = 1; count <= PARTNERS_MAX; count++) {
        long with = Math.addExact(partners.get(i).quantityKg(), most[i + 1][count - 1]);
        most[i][count] = Math.max(with, most[i + 1][count]);
      }
    }
    return most;
  }

  private static BigDecimal cost(Partner partner, long kg) {
    return partner.yuanPerT().multiply(BigDecimal.valueOf(kg));
  }

  private static List<Part> parts(List<Partner> chosen, long wantedKg) {
    List<Part> parts = new ArrayList<>();
    long rest = wantedKg;
    for (Partner partner : chosen) {
      long taken = Math.min(rest, partner.quantityKg());
      parts.add(new Part(partner.id(), taken, partner.yuanPerT()));
      rest -= taken;
    }
    return parts;
  }
}
