package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.searchfeed.SearchFeed;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.SitePart;
import io.micronaut.transaction.TransactionOperations;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Documents of lots, put before the search as the listing does it.
final class MarketFixture {

  private MarketFixture() {}

  static LotDocument lot(
      TestOrganisation owner, String title, GeoPoint place, String priceYuanPerT) {
    return new LotDocument(
        Id.next().toString(),
        1,
        "published",
        new OrganisationPart(owner.id().toString(), owner.name(), null, "verified", false),
        new SitePart(owner.siteId().toString(), "厂", null, "370300", place),
        Id.next().toString(),
        "bof-slag",
        "SW01",
        null,
        title,
        null,
        "negotiation",
        "firm",
        1_000_000,
        1_000_000,
        0,
        0,
        new BigDecimal(priceYuanPerT),
        true,
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2099, 12, 31),
        List.of(),
        List.of(),
        List.of(),
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  static LotDocument changed(LotDocument lot, long version, String title) {
    return new LotDocument(
        lot.id(),
        version,
        lot.status(),
        lot.organisation(),
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
        lot.priceYuanPerT(),
        lot.taxIncluded(),
        lot.availableFrom(),
        lot.availableTo(),
        lot.qualities(),
        lot.months(),
        lot.aliases(),
        lot.publishedAt());
  }

  static void put(LotDocument... lots) {
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
