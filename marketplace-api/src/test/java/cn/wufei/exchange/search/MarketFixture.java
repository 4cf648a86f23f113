package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.searchfeed.SearchFeed;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.indexer.document.DeliveryPart;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.ParameterRange;
import cn.wufei.indexer.document.SitePart;
import io.micronaut.transaction.TransactionOperations;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Documents of lots, put before the search as the listing does it. No lot stands behind them, so
/// they are open for no match.
public final class MarketFixture {

  /// A site has one place.
  private static final Map<GeoPoint, Id> SITES = new ConcurrentHashMap<>();

  private MarketFixture() {}

  public static LotDocument lot(
      TestOrganisation owner, String title, GeoPoint place, String priceYuanPerT) {
    return lot(owner, title, place, List.of("road"), priceYuanPerT, null, 1_000_000);
  }

  /// @param radiusKm of a delivered price
  static LotDocument lot(
      TestOrganisation owner,
      String title,
      GeoPoint place,
      List<String> modes,
      String priceYuanPerT,
      @Nullable Integer radiusKm,
      long quantityKg) {
    return lot(
        owner, title, place, modes, priceYuanPerT, radiusKm, "bof-slag", quantityKg, List.of());
  }

  private static Id siteAt(GeoPoint place) {
    return SITES.computeIfAbsent(place, _ -> Id.next());
  }

  static LotDocument lot(
      TestOrganisation owner,
      String title,
      GeoPoint place,
      String priceYuanPerT,
      String material,
      long quantityKg,
      List<ParameterRange> qualities) {
    return lot(
        owner, title, place, List.of("road"), priceYuanPerT, null, material, quantityKg, qualities);
  }

  private static LotDocument lot(
      TestOrganisation owner,
      String title,
      GeoPoint place,
      List<String> modes,
      String priceYuanPerT,
      @Nullable Integer radiusKm,
      String material,
      long quantityKg,
      List<ParameterRange> qualities) {
    return new LotDocument(
        Id.next().toString(),
        1,
        "published",
        new OrganisationPart(owner.id().toString(), owner.name(), null, "verified", false),
        new SitePart(siteAt(place).toString(), "厂", null, "370302", place, modes),
        Id.next().toString(),
        material,
        "SW01",
        null,
        title,
        null,
        "negotiation",
        quantityKg < 1_000_000 ? "estimate" : "firm",
        quantityKg,
        quantityKg,
        0,
        0,
        new BigDecimal(priceYuanPerT),
        true,
        radiusKm == null ? null : new DeliveryPart(radiusKm, "one-invoice"),
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2099, 12, 31),
        qualities,
        List.of(),
        List.of(),
        Instant.parse("2026-01-01T00:00:00Z"),
        null,
        List.of(),
        MatchPart.ofLot(List.of(), qualities, 1_000_000, 1, List.of()));
  }

  static ParameterRange moisture(String min, String max) {
    return new ParameterRange("moisture", new BigDecimal(min), new BigDecimal(max), "wet");
  }

  public static LotDocument changed(LotDocument lot, long version, String title) {
    return changed(lot, version, title, lot.priceYuanPerT());
  }

  static LotDocument changed(
      LotDocument lot, long version, String title, BigDecimal priceYuanPerT) {
    return changed(lot, lot.organisation(), version, title, priceYuanPerT, lot.publishedAt());
  }

  static LotDocument publishedAt(LotDocument lot, Instant at) {
    return changed(lot, lot.organisation(), lot.version(), lot.title(), lot.priceYuanPerT(), at);
  }

  static LotDocument of(LotDocument lot, OrganisationPart owner) {
    return changed(lot, owner, lot.version(), lot.title(), lot.priceYuanPerT(), lot.publishedAt());
  }

  private static LotDocument changed(
      LotDocument lot,
      OrganisationPart owner,
      long version,
      String title,
      BigDecimal priceYuanPerT,
      Instant at) {
    return new LotDocument(
        lot.id(),
        version,
        lot.status(),
        owner,
        lot.site(),
        lot.streamId(),
        lot.materialKey(),
        lot.classCode(),
        lot.code(),
        title,
        lot.description(),
        lot.saleMethod(),
        lot.quantityKind(),
        lot.quantityKg(),
        lot.availableKg(),
        lot.reservedKg(),
        lot.fulfilledKg(),
        priceYuanPerT,
        lot.taxIncluded(),
        lot.delivery(),
        lot.availableFrom(),
        lot.availableTo(),
        lot.qualities(),
        lot.months(),
        lot.aliases(),
        at,
        lot.minimumKg(),
        lot.destinations(),
        lot.matching());
  }

  public static void put(LotDocument... lots) {
    TestExchange exchange = TestExchange.get();
    TransactionOperations<?> transactions = exchange.bean(TransactionOperations.class);
    transactions.executeWrite(_ -> {
      for (LotDocument lot : lots) {
        exchange.bean(SearchFeed.class).put(lot);
      }
      return lots.length;
    });
  }
}
