package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.search.Limit.Nearest;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.MatchPart;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns what somebody looks for into the clauses that documents must meet.
@Singleton
class SearchFilters {

  private static final String MIN = "min";
  private static final String MAX = "max";

  private final Catalog catalog;
  private final SearchWords words;
  private final Clock clock;

  SearchFilters(Catalog catalog, SearchWords words, Clock clock) {
    this.catalog = catalog;
    this.words = words;
    this.clock = clock;
  }

  /// All that limits the answers, but the cost.
  Limits of(Target target, SearchRequest request, @Nullable Standpoint caller, Circle circle) {
    List<Limit> asked = new ArrayList<>();
    values(asked, "id", SearchFields.ID, texts(request.id()));
    values(asked, "material", target.material(), request.material());
    values(asked, "classCode", target.wasteClass(), request.classCode());
    regions(asked, request.adcode());
    values(asked, "saleMethod", SearchFields.SALE_METHOD, request.saleMethod());
    values(asked, "quantityKind", SearchFields.QUANTITY_KIND, request.quantityKind());
    uses(asked, target, request.use());
    values(asked, "organisationId", SearchFields.ORGANISATION_ID, texts(request.organisationId()));
    least(asked, "minQuantityKg", target.quantity(), request.minQuantityKg());
    most(asked, "maxQuantityKg", target.quantity(), request.maxQuantityKg());
    least(asked, "minPriceYuanPerT", target.price(), request.minPriceYuanPerT());
    most(asked, "maxPriceYuanPerT", target.price(), request.maxPriceYuanPerT());
    days(asked, target, request);
    if (request.quality() != null) {
      request.quality().forEach(text -> quality(asked, text));
    }
    places(asked, request, caller);
    return new Limits(market(target, circle), asked, words.of(request.text()));
  }

  /// What is on the market for the caller: published, of a verified organisation, with tonnes and
  /// days left, and of nobody from whom it keeps apart.
  private List<Map<String, Object>> market(Target target, Circle circle) {
    List<Map<String, Object>> market = new ArrayList<>();
    market.add(CircleClauses.published(target, circle));
    market.add(Clauses.term(SearchFields.ORGANISATION_STATUS, SearchFields.VERIFIED));
    market.add(
        Clauses.range(target.lastDay(), "gte", LocalCalendar.dayOf(Instant.now(clock)).toString()));
    market.add(Clauses.range(target.quantity(), "gte", 1));
    market.addAll(CircleClauses.met(circle));
    return market;
  }

  private static void values(
      List<Limit> asked, String name, String field, @Nullable Collection<String> values) {
    if (values != null && !values.isEmpty()) {
      asked.add(Limit.of(name, Clauses.terms(field, values)));
    }
  }

  private static void regions(List<Limit> asked, @Nullable List<String> adcodes) {
    if (adcodes != null && !adcodes.isEmpty()) {
      asked.add(
          Limit.of(
              "adcode",
              Clauses.any(
                  adcodes.stream()
                      .map(adcode ->
                          Map.of("prefix", Map.of(SearchFields.ADCODE, Divisions.prefixOf(adcode))))
                      .toList())));
    }
  }

  private void uses(List<Limit> asked, Target target, @Nullable List<String> uses) {
    if (uses == null || uses.isEmpty()) {
      return;
    }
    Map<String, Object> clause =
        switch (target) {
          case DEMANDS -> Clauses.terms(SearchFields.USE, uses);
          case LOTS -> {
            Set<String> materials =
                uses.stream()
                    .flatMap(use -> catalog.materialsAllowedIn(use).stream())
                    .collect(Collectors.toUnmodifiableSet());
            yield Clauses.terms(target.material(), materials);
          }
        };
    asked.add(Limit.of("use", clause));
  }

  private static void least(List<Limit> asked, String name, String field, @Nullable Number value) {
    if (value != null) {
      asked.add(
          new Limit(
              name,
              null,
              Clauses.range(field, "gte", value),
              new Nearest(Map.of(MAX, Map.of("field", field)), Nearest.Kind.NUMBER)));
    }
  }

  private static void most(List<Limit> asked, String name, String field, @Nullable Number value) {
    if (value != null) {
      asked.add(
          new Limit(
              name,
              null,
              Clauses.range(field, "lte", value),
              new Nearest(Map.of(MIN, Map.of("field", field)), Nearest.Kind.NUMBER)));
    }
  }

  private static void days(List<Limit> asked, Target target, SearchRequest request) {
    if (request.availableFrom() != null) {
      asked.add(
          new Limit(
              "availableFrom",
              null,
              Clauses.range(target.lastDay(), "gte", request.availableFrom().toString()),
              new Nearest(Map.of(MAX, Map.of("field", target.lastDay())), Nearest.Kind.DAY)));
    }
    if (request.availableTo() != null) {
      Map<String, Object> begun =
          Clauses.range(target.firstDay(), "lte", request.availableTo().toString());
      asked.add(
          new Limit(
              "availableTo",
              null,
              request.hasNoDays() ? Clauses.all(List.of(begun, Clauses.not(begun))) : begun,
              new Nearest(Map.of(MIN, Map.of("field", target.firstDay())), Nearest.Kind.DAY)));
    }
  }

  /// A lot whose least value is not stated has no range that lies inside, and so for the others.
  private void quality(List<Limit> asked, String text) {
    QualityBound bound = QualityBound.parse(text, catalog);
    if (bound == null) {
      return;
    }
    String path = SearchFields.BOUNDS + "." + MatchPart.key(bound.parameter(), bound.basis());
    List<Map<String, Object>> inside = new ArrayList<>();
    if (bound.min() != null) {
      inside.add(Clauses.range(path + ".min", "gte", bound.min()));
    }
    if (bound.max() != null) {
      inside.add(Clauses.range(path + ".max", "lte", bound.max()));
    }
    asked.add(new Limit("quality", text, Clauses.all(inside), nearestOf(bound, path)));
  }

  /// Only one end can be moved at a time.
  private static @Nullable Nearest nearestOf(QualityBound bound, String path) {
    if (bound.min() != null && bound.max() != null) {
      return null;
    }
    return new Nearest(
        bound.max() == null
            ? Map.of(MAX, Map.of("field", path + ".min"))
            : Map.of(MIN, Map.of("field", path + ".max")),
        Nearest.Kind.NUMBER);
  }

  private static void places(
      List<Limit> asked, SearchRequest request, @Nullable Standpoint caller) {
    if (request.radiusKm() != null && caller != null) {
      GeoPoint place = caller.place().point();
      asked.add(
          new Limit(
              "radiusKm",
              null,
              Clauses.within(place, request.radiusKm().doubleValue()),
              new Nearest(
                  Map.of(
                      "top_hits",
                      Map.of(
                          "size", 1, "_source", false, "sort", List.of(Clauses.byDistance(place)))),
                  Nearest.Kind.DISTANCE)));
    }
    Box box = request.box() == null ? null : Box.parse(request.box());
    if (box != null) {
      asked.add(Limit.of("box", box.clause()));
    }
    Area area = request.area() == null ? null : Area.parse(request.area());
    if (area != null) {
      asked.add(Limit.of("area", area.clause()));
    }
  }

  private static @Nullable List<String> texts(@Nullable List<Id> ids) {
    return ids == null ? null : ids.stream().map(Id::toString).toList();
  }
}
