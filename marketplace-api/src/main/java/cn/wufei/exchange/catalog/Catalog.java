package cn.wufei.exchange.catalog;

import cn.wufei.exchange.csv.Named;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
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

  /// What the material of that key is called, also one that was retired since.
  public Named nameOfMaterial(String key) {
    Material material = materialEver(key);
    return material == null ? new Named(key, key) : new Named(material.nameZh(), material.nameEn());
  }

  /// What the parameter of that key is called, with its unit.
  public Named nameOfParameter(String key) {
    Parameter parameter = parameter(key);
    if (parameter == null) {
      return new Named(key, key);
    }
    String unit = parameter.unit().isEmpty() ? "" : "(" + parameter.unit() + ")";
    return new Named(parameter.nameZh() + unit, (parameter.nameEn() + " " + unit).strip());
  }

  /// The materials in force, in the order of their file.
  public Collection<Material> materials() {
    return data().materials().values();
  }

  /// The material in force that is called so, by its key or its name in either language.
  public @Nullable Material materialCalled(String name) {
    Material byKey = material(name);
    return byKey == null
        ? materials().stream()
            .filter(material ->
                material.nameZh().equals(name) || material.nameEn().equalsIgnoreCase(name))
            .findFirst()
            .orElse(null)
        : byKey;
  }

  /// The quality parameters, in the order of their file.
  public Collection<Parameter> parameters() {
    return data().parameters().values();
  }

  public @Nullable Parameter parameter(String key) {
    return data().parameters().get(key);
  }

  public @Nullable WasteClass wasteClass(String code) {
    return data().wasteClasses().get(code);
  }

  /// The use that is called so, by its key or its name in either language.
  public @Nullable Use useCalled(String name) {
    return data().uses().values().stream()
        .filter(use ->
            use.key().equals(name)
                || use.nameZh().equals(name)
                || use.nameEn().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
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

  /// The one region that is called so, by its number or its name in either language.
  public @Nullable Region regionCalled(String name) {
    Region byNumber = region(name);
    if (byNumber != null) {
      return byNumber;
    }
    List<Region> named =
        data().regions().values().stream()
            .filter(
                region -> region.nameZh().equals(name) || region.nameEn().equalsIgnoreCase(name))
            .toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  /// What is known about materials in uses.
  public List<MaterialUse> materialUses() {
    return data().materialUses();
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

  /// What haulage costs, by mode, distance and tonnes.
  public FreightTable freight() {
    return new FreightTable(data().freightRates());
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
