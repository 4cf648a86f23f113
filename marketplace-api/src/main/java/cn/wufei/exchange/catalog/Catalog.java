package cn.wufei.exchange.catalog;

import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The reference data that other features look things up in. Answers come from an immutable picture
/// in memory, which is replaced as a whole when the data change; one call sees one picture.
///
/// Creating it reads the data files into the database and fails when one of them is broken, so that
/// the exchange does not start on wrong data.
@Context
public class Catalog {

  private static final int MONEY_DECIMALS = 2;

  private final AtomicReference<CatalogData> data;

  @Inject
  Catalog(ReferenceLoading loading) {
    this(loading.load());
  }

  private Catalog(CatalogData data) {
    this.data = new AtomicReference<>(data);
  }

  /// A catalog of the files in a directory, without a database.
  public static Catalog readFrom(Path directory) {
    return new Catalog(ReferenceLoading.read(directory));
  }

  /// The material in force of that key.
  public @Nullable Material material(String key) {
    return data().materials().get(key);
  }

  /// The material of that key, also one that was retired since: for showing what older records
  /// speak of.
  public @Nullable Material materialEver(String key) {
    Material material = data().materials().get(key);
    return material == null ? data().retiredMaterials().get(key) : material;
  }

  /// The materials in force, in the order of their file.
  public Collection<Material> materials() {
    return data().materials().values();
  }

  public @Nullable Parameter parameter(String key) {
    return data().parameters().get(key);
  }

  public @Nullable WasteClass wasteClass(String code) {
    return data().wasteClasses().get(code);
  }

  public boolean hasUse(String key) {
    return data().uses().containsKey(key);
  }

  public @Nullable TaxRate taxRate(String key) {
    return data().taxRates().get(key);
  }

  public @Nullable Region region(String adcode) {
    return data().regions().get(adcode);
  }

  /// What is known about a material in a use; nothing when nobody said anything about the pair.
  public @Nullable MaterialUse materialUse(String materialKey, String use) {
    return data().materialUses().stream()
        .filter(pair -> pair.materialKey().equals(materialKey) && pair.use().equals(use))
        .findFirst()
        .orElse(null);
  }

  /// Another number whenever the data have changed.
  public long revision() {
    return data().revision();
  }

  /// Keys of all uses, in the order of their file.
  public Collection<String> uses() {
    return data().uses().keySet();
  }

  /// Keys of the materials that are known to be allowed in a use.
  public Set<String> materialsAllowedIn(String use) {
    return data().materialUses().stream()
        .filter(pair -> pair.use().equals(use) && pair.verdict().equals("allowed"))
        .map(MaterialUse::materialKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether the material counts as a resource of the VAT refund catalogue (announcement 2021 no.
  /// 40): `eligible`, `excluded`, or `unknown` where nobody checked.
  public String vatEligibility(String materialKey) {
    return data().vatEligibility().getOrDefault(materialKey, "unknown");
  }

  /// The entry of the national list of hazardous wastes with that eight-digit code.
  public @Nullable HazardCode hazardCode(String code) {
    return data().hazardCodes().get(code);
  }

  public List<HazardName> hazardNames() {
    return data().hazardNames();
  }

  public List<IdentificationThreshold> identificationThresholds() {
    return data().thresholds();
  }

  /// Yuan per tonne for hauling by road over that distance: the kilometre rate of the distance's
  /// band times the distance, at least the band's floor, plus its handling; rounded half-up to fen.
  /// The rates are reference values for comparing offers, not anybody's tariff.
  ///
  /// A longer haul is never cheaper than a shorter one: where a band's lower rate would make it so,
  /// the most that the bands before it can cost holds.
  ///
  /// @throws IllegalArgumentException when the distance is negative or no number
  public BigDecimal freightYuanPerT(double distanceKm) {
    if (!(distanceKm >= 0) || Double.isInfinite(distanceKm)) {
      throw new IllegalArgumentException("a distance is zero or more kilometres");
    }
    BigDecimal distance = BigDecimal.valueOf(distanceKm);
    BigDecimal cost = BigDecimal.ZERO;
    for (FreightRate rate : data().freightRates()) {
      if (rate.mode().equals("road") && rate.fromKm().compareTo(distance) <= 0) {
        BigDecimal end = rate.toKm() == null ? distance : distance.min(rate.toKm());
        cost =
            cost.max(
                end.multiply(rate.yuanPerTKm())
                    .max(rate.floorYuanPerT())
                    .add(rate.handlingYuanPerT()));
      }
    }
    return cost.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
  }

  /// All names, Chinese and English, of the materials that a search text names; empty when it names
  /// none. 水渣 gives 粒化高炉矿渣, GBFS and the others.
  public Set<String> expand(String text) {
    return data().names().expand(text);
  }

  CatalogData data() {
    return data.get();
  }

  void replace(CatalogData newer) {
    data.set(newer);
  }
}
