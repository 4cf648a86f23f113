package cn.wufei.exchange.catalog;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The reference data, for anybody. Each answer carries the hash of what it was made from as its
/// `ETag`, and one that the client still has is answered 304.
@Controller("/api/v1/catalog")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Catalog")
class CatalogController {

  /// Counts changes of the shape of the answers, so that a client does not keep an old shape whose
  /// data did not change.
  private static final int SHAPE = 1;

  private static final String CACHE_CONTROL = "public, max-age=60";
  private static final int HASH_CHARACTERS = 16;

  private final Catalog catalog;

  CatalogController(Catalog catalog) {
    this.catalog = catalog;
  }

  @Get("/classes")
  HttpResponse<Classes> classes(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new Classes(all(data.wasteClasses().values())), Dataset.WASTE_CLASSES);
  }

  @Get("/codes")
  HttpResponse<Codes> codes(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new Codes(all(data.wasteCodes().values())), Dataset.WASTE_CODES);
  }

  @Get("/materials")
  HttpResponse<Materials> materials(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new Materials(all(data.materials().values())), Dataset.MATERIALS);
  }

  @Get("/parameters")
  HttpResponse<Parameters> parameters(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new Parameters(all(data.parameters().values())), Dataset.PARAMETERS);
  }

  @Get("/hazards")
  HttpResponse<Hazards> hazards(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request,
        data,
        () -> new Hazards(all(data.hazardCodes().values()), data.hazardNames()),
        Dataset.HAZARDOUS_CODES,
        Dataset.HAZARDOUS_NAMES);
  }

  @Get("/tax-rates")
  HttpResponse<TaxRates> taxRates(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new TaxRates(all(data.taxRates().values())), Dataset.TAX_RATES);
  }

  @Get("/freight-rates")
  HttpResponse<FreightRates> freightRates(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new FreightRates(data.freightRates()), Dataset.FREIGHT_RATES);
  }

  @Get("/uses")
  HttpResponse<Uses> uses(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(request, data, () -> new Uses(all(data.uses().values())), Dataset.USES);
  }

  @Get("/material-uses")
  HttpResponse<MaterialUses> materialUses(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new MaterialUses(data.materialUses()), Dataset.MATERIAL_USES);
  }

  @Get("/identification-thresholds")
  HttpResponse<Thresholds> thresholds(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request, data, () -> new Thresholds(data.thresholds()), Dataset.IDENTIFICATION_THRESHOLDS);
  }

  @Get("/season-profiles")
  HttpResponse<SeasonProfiles> seasonProfiles(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request,
        data,
        () -> new SeasonProfiles(all(data.seasonProfiles().values())),
        Dataset.SEASON_PROFILES);
  }

  @Get("/product-grades")
  HttpResponse<ProductGrades> productGrades(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(
        request,
        data,
        () -> new ProductGrades(all(data.productGrades().values())),
        Dataset.PRODUCT_GRADES,
        Dataset.PRODUCT_LIMITS);
  }

  @Get("/regions")
  HttpResponse<Regions> regions(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    return answer(request, data, () -> new Regions(all(data.regions().values())), Dataset.REGIONS);
  }

  @Get("/datasets")
  HttpResponse<Datasets> datasets(HttpRequest<?> request) {
    CatalogData data = catalog.data();
    List<DatasetView> views = data.datasets().values().stream().map(DatasetView::of).toList();
    return answer(request, data, () -> new Datasets(views), Dataset.values());
  }

  private static <T> HttpResponse<T> answer(
      HttpRequest<?> request, CatalogData data, Supplier<T> body, Dataset... datasets) {
    String tag =
        Stream.of(datasets)
            .map(dataset -> hashOf(data, dataset))
            .collect(Collectors.joining("-", "W/\"" + SHAPE + "-", "\""));
    MutableHttpResponse<T> answer =
        holds(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag)
            ? HttpResponse.notModified()
            : HttpResponse.ok(body.get());
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
  }

  /// Compared without the mark of weakness, as RFC 9110 says for If-None-Match.
  private static boolean holds(@Nullable String wanted, String tag) {
    return wanted != null
        && Stream.of(wanted.split(",", -1))
            .map(String::strip)
            .anyMatch(
                text -> text.equals("*") || text.replaceFirst("^W/", "").equals(tag.substring(2)));
  }

  private static String hashOf(CatalogData data, Dataset dataset) {
    CatalogData.DatasetState state = data.datasets().get(dataset.code());
    return state == null ? "none" : state.sha256().substring(0, HASH_CHARACTERS);
  }

  private static <T> List<T> all(Collection<T> values) {
    return List.copyOf(values);
  }

  @Serdeable
  @Schema(name = "WasteClasses")
  record Classes(List<WasteClass> items) {}

  @Serdeable
  @Schema(name = "WasteCodes")
  record Codes(List<WasteCode> items) {}

  @Serdeable
  @Schema(name = "Materials")
  record Materials(List<Material> items) {}

  @Serdeable
  @Schema(name = "QualityParameters")
  record Parameters(List<cn.wufei.exchange.catalog.Parameter> items) {}

  @Serdeable
  @Schema(name = "Hazards")
  record Hazards(List<HazardCode> codes, List<HazardName> names) {}

  @Serdeable
  @Schema(name = "TaxRates")
  record TaxRates(List<TaxRate> items) {}

  @Serdeable
  @Schema(name = "FreightRates")
  record FreightRates(List<FreightRate> items) {}

  @Serdeable
  @Schema(name = "Uses")
  record Uses(List<Use> items) {}

  @Serdeable
  @Schema(name = "MaterialUses")
  record MaterialUses(List<MaterialUse> items) {}

  @Serdeable
  @Schema(name = "IdentificationThresholds")
  record Thresholds(List<IdentificationThreshold> items) {}

  @Serdeable
  @Schema(name = "SeasonProfiles")
  record SeasonProfiles(List<SeasonProfile> items) {}

  @Serdeable
  @Schema(name = "ProductGrades")
  record ProductGrades(List<ProductGrade> items) {}

  @Serdeable
  @Schema(name = "Regions")
  record Regions(List<Region> items) {}

  @Serdeable
  @Schema(name = "Datasets")
  record Datasets(List<DatasetView> items) {}

  /// Which edition of a data file is in force, and the hash of that file.
  @Serdeable
  @Schema(name = "Dataset")
  record DatasetView(
      String name, String edition, String source, int rows, String sha256, Instant loadedAt) {

    static DatasetView of(CatalogData.DatasetState state) {
      return new DatasetView(
          state.name(),
          state.edition(),
          state.source(),
          state.rows(),
          state.sha256(),
          state.loadedAt());
    }
  }
}
