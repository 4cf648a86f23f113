package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Joins heaps and use reports with the names of sites, streams and producers.
@Singleton
@Connectable
class HeapViews {

  private final Organisations organisations;
  private final Streams streams;
  private final Balances balances;

  HeapViews(Organisations organisations, Streams streams, Balances balances) {
    this.organisations = organisations;
    this.streams = streams;
    this.balances = balances;
  }

  List<Heap> heapsOf(Id receiver) {
    List<Balances.HeapBalance> held = balances.ofHeaps(receiver, null, null);
    Names names =
        names(
            held.stream().map(Balances.HeapBalance::stream).collect(Collectors.toSet()),
            held.stream().map(Balances.HeapBalance::site).collect(Collectors.toSet()));
    Map<SiteMaterial, List<Balances.HeapBalance>> heaps =
        held.stream()
            .collect(
                Collectors.groupingBy(
                    part -> new SiteMaterial(part.site(), part.material()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return heaps.entrySet().stream()
        .map(heap ->
            new Heap(
                heap.getKey().site(),
                names.site(heap.getKey().site()),
                heap.getKey().material(),
                heap.getValue().stream().mapToLong(Balances.HeapBalance::kg).sum(),
                heap.getValue().stream()
                    .map(part -> names.origin(part.stream(), part.generationYear(), part.kg()))
                    .toList()))
        .toList();
  }

  UseReport report(UseReportRow row) {
    return reports(List.of(row)).getFirst();
  }

  List<UseReport> reports(List<UseReportRow> rows) {
    Names names =
        names(
            rows.stream()
                .flatMap(row -> row.parts().keySet().stream())
                .map(OriginYear::stream)
                .collect(Collectors.toSet()),
            rows.stream().map(row -> row.heap().site()).collect(Collectors.toSet()));
    return rows.stream().map(row -> view(row, names)).toList();
  }

  private static UseReport view(UseReportRow row, Names names) {
    long closingKg = row.book().closingKg();
    Long declaredKg = row.declaredClosingKg();
    return new UseReport(
        row.id(),
        row.heap().site(),
        names.site(row.heap().site()),
        row.heap().material(),
        row.month().toString(),
        row.book().openingKg(),
        row.book().receivedKg(),
        row.book().consumedKg(),
        closingKg,
        declaredKg,
        declaredKg == null ? null : declaredKg - closingKg,
        row.allocation().beyondHeapKg(),
        row.use(),
        row.rule(),
        row.parts().entrySet().stream()
            .map(part ->
                names.origin(
                    part.getKey().stream(), part.getKey().generationYear(), part.getValue()))
            .toList(),
        row.note(),
        row.reportedAt());
  }

  private Names names(Collection<Id> streamIds, Collection<Id> siteIds) {
    Map<Id, StreamRef> found = streams.findAll(streamIds);
    return new Names(
        found,
        organisations.findAll(
            found.values().stream().map(StreamRef::organisationId).collect(Collectors.toSet())),
        organisations.findSites(siteIds));
  }

  private record SiteMaterial(Id site, String material) {}

  private record Names(
      Map<Id, StreamRef> streams, Map<Id, OrganisationRef> producers, Map<Id, SiteRef> sites) {

    String site(Id id) {
      return Objects.requireNonNull(sites.get(id)).name();
    }

    HeapOrigin origin(Id streamId, int generationYear, long kg) {
      StreamRef stream = Objects.requireNonNull(streams.get(streamId));
      return new HeapOrigin(
          streamId,
          stream.name(),
          Objects.requireNonNull(producers.get(stream.organisationId())).name(),
          generationYear,
          kg);
    }
  }
}
