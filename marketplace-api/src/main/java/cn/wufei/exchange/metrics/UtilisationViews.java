package cn.wufei.exchange.metrics;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Flow;
import cn.wufei.exchange.ledger.StreamFlows;
import cn.wufei.exchange.metrics.StreamScopeViews.ScopedStream;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The utilisation rate of a scope, of each class, plant and stream in it, and month by month.
@Singleton
class UtilisationViews {

  private final StreamScopeViews streamScope;
  private final StreamFlows streamFlows;
  private final DeclaredStockViews declaredStocks;
  private final Organisations organisations;

  UtilisationViews(
      StreamScopeViews streamScope,
      StreamFlows streamFlows,
      DeclaredStockViews declaredStocks,
      Organisations organisations) {
    this.streamScope = streamScope;
    this.streamFlows = streamFlows;
    this.declaredStocks = declaredStocks;
    this.organisations = organisations;
  }

  Utilisation of(MetricsScope scope) {
    List<ScopedStream> streams = streamScope.of(scope);
    List<Id> ids = streams.stream().map(ScopedStream::id).toList();
    var figures =
        new Figures(
            scope,
            streamFlows.until(ids, scope.to().atEndOfMonth()).stream()
                .collect(Collectors.groupingBy(Flow::stream)),
            declaredStocks.until(ids, scope.to()));
    Map<Id, OrganisationRef> owners =
        organisations.findAll(
            streams.stream().map(ScopedStream::organisationId).distinct().toList());
    return new Utilisation(
        scope.from().toString(),
        scope.to().toString(),
        scope.adcode(),
        figures.rate(streams),
        classes(streams, figures),
        plants(streams, figures, owners),
        streams.stream()
            .map(stream ->
                new StreamRate(
                    stream.id(),
                    stream.name(),
                    stream.materialKey(),
                    stream.classCode(),
                    owners.get(stream.organisationId()),
                    figures.rate(List.of(stream))))
            .toList(),
        figures.months(streams));
  }

  private static List<ClassRate> classes(List<ScopedStream> streams, Figures figures) {
    return grouped(streams, ScopedStream::classCode).entrySet().stream()
        .map(group -> new ClassRate(group.getKey(), figures.rate(group.getValue())))
        .toList();
  }

  private static List<OrganisationRate> plants(
      List<ScopedStream> streams, Figures figures, Map<Id, OrganisationRef> owners) {
    return grouped(streams, ScopedStream::organisationId).entrySet().stream()
        .map(group ->
            new OrganisationRate(owners.get(group.getKey()), figures.rate(group.getValue())))
        .toList();
  }

  private static <K extends Comparable<K>> Map<K, List<ScopedStream>> grouped(
      List<ScopedStream> streams, Function<ScopedStream, K> by) {
    return streams.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  /// The flows and declarations of a scope, added up for any part of its streams.
  private record Figures(
      MetricsScope scope, Map<Id, List<Flow>> flows, Map<Id, RateCalculation.Declared> declared) {

    Rate rate(Collection<ScopedStream> streams) {
      return RateCalculation.of(scope.from(), scope.to(), flowsOf(streams), declaredOf(streams));
    }

    List<MonthFigures> months(Collection<ScopedStream> streams) {
      List<Flow> all = flowsOf(streams);
      List<MonthFigures> months = new ArrayList<>();
      for (YearMonth month = scope.from();
          !month.isAfter(scope.to());
          month = month.plusMonths(1)) {
        Rate rate = RateCalculation.of(month, month, all, null);
        months.add(
            new MonthFigures(
                month.toString(), rate.generatedKg(), rate.usedDeclaredKg(), rate.usedProvenKg()));
      }
      return months;
    }

    private List<Flow> flowsOf(Collection<ScopedStream> streams) {
      return streams.stream()
          .flatMap(stream -> flows.getOrDefault(stream.id(), List.of()).stream())
          .toList();
    }

    private RateCalculation.@Nullable Declared declaredOf(Collection<ScopedStream> streams) {
      return streams.stream()
          .map(stream -> declared.get(stream.id()))
          .filter(Objects::nonNull)
          .reduce((one, other) ->
              new RateCalculation.Declared(
                  Math.addExact(one.stockKg(), other.stockKg()),
                  Math.addExact(one.residualKg(), other.residualKg())))
          .orElse(null);
    }
  }

  @Serdeable
  @Schema(name = "Utilisation")
  record Utilisation(
      String from,
      String to,
      @Nullable String adcode,
      Rate total,
      List<ClassRate> classes,
      List<OrganisationRate> organisations,
      List<StreamRate> streams,
      List<MonthFigures> months) {}

  @Serdeable
  @Schema(name = "ClassRate")
  record ClassRate(String classCode, Rate rate) {}

  @Serdeable
  @Schema(name = "OrganisationRate")
  record OrganisationRate(@Nullable OrganisationRef organisation, Rate rate) {}

  @Serdeable
  @Schema(name = "StreamRate")
  record StreamRate(
      Id streamId,
      String name,
      String materialKey,
      String classCode,
      @Nullable OrganisationRef organisation,
      Rate rate) {}

  @Serdeable
  @Schema(name = "MonthFigures")
  record MonthFigures(String month, long generatedKg, long usedDeclaredKg, long usedProvenKg) {}
}
