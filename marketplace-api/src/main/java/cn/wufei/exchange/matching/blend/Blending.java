package cn.wufei.exchange.matching.blend;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the mixtures of a few lots that meet a demand: as many tonnes of it as can be, and those
/// as cheap as can be. Each range that the demand requires is kept by the weighted mean, and where
/// a parameter does not mix by mass (a pH, an index of strength) by every lot alone. The mean price
/// at the gate is within the demand's limit.
public final class Blending {

  private static final BigDecimal KG_PER_T = BigDecimal.valueOf(1000);

  /// What the solver's figures may miss by.
  private static final double NEARLY = 1e-6;

  private final BlendLimits limits;
  private final Predicate<String> mixesByMass;

  /// @param mixesByMass whether a parameter's value of a mixture is the mean by mass
  public Blending(BlendLimits limits, Predicate<String> mixesByMass) {
    this.limits = limits;
    this.mixesByMass = mixesByMass;
  }

  /// Those of the lots that can go into a mixture at all: something is left of them, they state
  /// what the demand requires on its basis, and lie by themselves within what does not mix.
  public List<Ingredient> usable(Need need, List<Ingredient> lots) {
    return lots.stream()
        .filter(lot -> lot.supply().availableKg() > 0)
        .filter(lot -> need.ranges().stream().allMatch(range -> isUsable(range, lot)))
        .sorted(
            Comparator.comparing(Ingredient::deliveredYuanPerT)
                .thenComparing(lot -> lot.supply().lotId()))
        .toList();
  }

  /// The mixtures of usable lots, each of other lots than those before, the one that fills most of
  /// the demand first.
  public List<Blend> best(Need need, List<Ingredient> usable) {
    List<Ingredient> lots = candidates(need, usable);
    if (lots.size() < 2 || need.openKg() <= 0) {
      return List.of();
    }
    return new MixtureSearch(programme(need, lots), limits)
        .best().stream()
            .map(mixture -> blend(need, lots, mixture))
            .filter(blend -> meets(need, lots, blend))
            .toList();
  }

  /// The limits that no usable lot meets by itself, the value that comes closest beside each.
  public List<OutOfReach> outOfReach(Need need, List<Ingredient> usable) {
    List<OutOfReach> limits = new ArrayList<>();
    for (Requirement end : ends(need)) {
      usable.stream()
          .min(Comparator.comparing(lot -> end.beyond(lot)))
          .filter(closest -> end.beyond(closest).signum() > 0)
          .ifPresent(closest ->
              limits.add(
                  new OutOfReach(
                      end.parameter(),
                      end.basis(),
                      end.limit(),
                      end.upper(),
                      end.limit()
                          .add(end.upper() ? end.beyond(closest) : end.beyond(closest).negate()))));
    }
    return limits;
  }

  private boolean isUsable(ParameterRange required, Ingredient lot) {
    boolean mixes = mixesByMass.test(required.parameter());
    return Requirement.of(required).stream()
        .allMatch(end -> end.isStatedBy(lot) && (mixes || end.beyond(lot).signum() <= 0));
  }

  /// The solver's work grows with the lots. The cheapest are kept, and for each end of each range
  /// those that hold a mixture within it best.
  private List<Ingredient> candidates(Need need, List<Ingredient> usable) {
    if (usable.size() <= limits.candidatesMax()) {
      return usable;
    }
    List<Requirement> ends = ends(need);
    int each = Math.max(2, limits.candidatesMax() / 2 / Math.max(1, ends.size()));
    Set<Ingredient> kept = new LinkedHashSet<>();
    for (Requirement end : ends) {
      usable.stream()
          .sorted(
              Comparator.comparingDouble(end::strain).thenComparing(lot -> lot.supply().lotId()))
          .limit(each)
          .forEach(kept::add);
    }
    usable.stream().limit(Math.max(0, limits.candidatesMax() - kept.size())).forEach(kept::add);
    return List.copyOf(kept);
  }

  private List<Requirement> ends(Need need) {
    return need.ranges().stream()
        .filter(range -> mixesByMass.test(range.parameter()))
        .flatMap(range -> Requirement.of(range).stream())
        .toList();
  }

  /// Shares are rounded down to kilograms afterwards; each bound is drawn in by what that can
  /// shift.
  private Programme programme(Need need, List<Ingredient> lots) {
    double open = need.openKg();
    double[] available =
        lots.stream().mapToDouble(lot -> lot.supply().availableKg() / open).toArray();
    double[] leasts = lots.stream().mapToDouble(lot -> lot.supply().leastKg() / open).toArray();
    double[] costs =
        lots.stream().mapToDouble(lot -> lot.deliveredYuanPerT().doubleValue()).toArray();
    Programme programme = new Programme(available, leasts, costs, limits.shareMin());
    for (Requirement end : ends(need)) {
      double[] strains = lots.stream().mapToDouble(end::strain).toArray();
      programme.require(strains, -rounding(strains, open));
    }
    double limit = need.maxDeliveredYuanPerT().doubleValue();
    double[] dearer =
        lots.stream().mapToDouble(lot -> lot.deliveredYuanPerT().doubleValue() - limit).toArray();
    programme.require(dearer, -rounding(dearer, open));
    return programme;
  }

  private double rounding(double[] strains, double openKg) {
    double greatest = 0;
    for (double strain : strains) {
      greatest = Math.max(greatest, Math.abs(strain));
    }
    return greatest * (limits.lotsMax() / openKg + 1e-9);
  }

  private Blend blend(Need need, List<Ingredient> lots, Programme.Mixture mixture) {
    List<Blend.Share> shares = new ArrayList<>();
    List<Ingredient> mixed = new ArrayList<>();
    long total = 0;
    BigDecimal cost = BigDecimal.ZERO;
    for (int lot : mixture.lots()) {
      Ingredient part = lots.get(lot);
      double share = mixture.share(lot);
      long kg = wholeKg(part.supply(), share * need.openKg());
      if (kg > 0) {
        mixed.add(part);
        shares.add(new Blend.Share(part.supply().lotId(), kg, part.deliveredYuanPerT()));
        cost = cost.add(part.deliveredYuanPerT().multiply(BigDecimal.valueOf(kg)));
        total += kg;
      }
    }
    BigDecimal mean =
        total == 0
            ? BigDecimal.ZERO.setScale(2)
            : cost.divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP);
    List<Blend.Component> composition =
        need.ranges().stream()
            .filter(range -> mixesByMass.test(range.parameter()))
            .map(range -> component(range, mixed, shares))
            .toList();
    shares.sort(Comparator.comparingLong(Blend.Share::quantityKg).reversed());
    return new Blend(shares, total, mean, composition);
  }

  /// Rounded down, but not for that below what the lot gives at least.
  private static long wholeKg(Supply supply, double kg) {
    long least = supply.leastKg();
    return least > kg && least - kg <= Math.max(1, kg * NEARLY)
        ? least
        : Math.min(supply.availableKg(), (long) Math.floor(kg));
  }

  private static Blend.Component component(
      ParameterRange required, List<Ingredient> mixed, List<Blend.Share> shares) {
    double mass = 0;
    double least = 0;
    double most = 0;
    for (int part = 0; part < mixed.size(); part++) {
      Ingredient lot = mixed.get(part);
      ParameterRange stated =
          Objects.requireNonNull(lot.stated(required.parameter(), required.basis()));
      double weight = shares.get(part).quantityKg() * lot.massOn(required.basis()).middle();
      mass += weight;
      least += weight * valueOr(stated.min(), stated.max());
      most += weight * valueOr(stated.max(), stated.min());
    }
    return new Blend.Component(
        required.parameter(),
        required.basis(),
        rounded(mass == 0 ? 0 : least / mass),
        rounded(mass == 0 ? 0 : most / mass));
  }

  private static double valueOr(@Nullable BigDecimal value, @Nullable BigDecimal other) {
    return Objects.requireNonNull(value == null ? other : value).doubleValue();
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  /// What the solver found is reckoned again on whole kilograms before anybody sees it.
  private boolean meets(Need need, List<Ingredient> lots, Blend blend) {
    if (blend.shares().size() < 2 || blend.quantityKg() > need.openKg()) {
      return false;
    }
    BigDecimal dearer = BigDecimal.ZERO;
    for (Blend.Share share : blend.shares()) {
      if (share.quantityKg() < ingredient(lots, share).supply().leastKg()) {
        return false;
      }
      dearer =
          dearer.add(
              share
                  .deliveredYuanPerT()
                  .subtract(need.maxDeliveredYuanPerT())
                  .multiply(BigDecimal.valueOf(share.quantityKg()).divide(KG_PER_T)));
    }
    return dearer.signum() <= 0
        && ends(need).stream().allMatch(end -> sumOfStrains(end, lots, blend) <= 0);
  }

  private static double sumOfStrains(Requirement end, List<Ingredient> lots, Blend blend) {
    double sum = 0;
    for (Blend.Share share : blend.shares()) {
      sum += end.strain(ingredient(lots, share)) * share.quantityKg();
    }
    return sum;
  }

  private static Ingredient ingredient(List<Ingredient> lots, Blend.Share share) {
    Id id = share.lotId();
    return lots.stream().filter(each -> each.supply().lotId().equals(id)).findFirst().orElseThrow();
  }
}
