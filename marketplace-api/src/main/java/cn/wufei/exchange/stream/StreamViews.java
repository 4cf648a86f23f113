package cn.wufei.exchange.stream;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.Statements;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads streams with what the ledger says of them.
@Singleton
@Connectable
class StreamViews {

  private final StreamRepository streams;
  private final EntryRepository entries;
  private final StockTakeRepository stockTakes;
  private final Balances balances;
  private final Statements statements;
  private final Organisations organisations;

  StreamViews(
      StreamRepository streams,
      EntryRepository entries,
      StockTakeRepository stockTakes,
      Balances balances,
      Statements statements,
      Organisations organisations) {
    this.streams = streams;
    this.entries = entries;
    this.stockTakes = stockTakes;
    this.balances = balances;
    this.statements = statements;
    this.organisations = organisations;
  }

  List<Stream> ofOrganisation(Id organisation) {
    return views(streams.findByOrganisationIdOrderByIdDesc(organisation));
  }

  Stream of(StreamRow row) {
    return views(List.of(row)).getFirst();
  }

  Page<Entry> entriesOf(Id stream, @Nullable Id before, int limit) {
    Page<Statements.Entry> page = statements.ofStream(stream, before, limit);
    Map<Id, String> notes = notesOf(page.items());
    return new Page<>(
        page.items().stream().map(entry -> entry(entry, notes.get(entry.transferId()))).toList(),
        page.next());
  }

  /// The entries of one subject, such as the transfer that was just recorded.
  Entry entryOf(Id subject, @Nullable String note) {
    return entry(statements.ofSubject(subject).getLast(), note);
  }

  List<StockTake> stockTakesOf(Id stream) {
    return stockTakes.findByStreamIdInOrderByOccurredOnDescAndIdDesc(List.of(stream)).stream()
        .map(this::stockTake)
        .toList();
  }

  StockTake stockTake(StockTakeRow row) {
    return new StockTake(
        row.id(),
        row.streamId(),
        row.occurredOn(),
        row.method(),
        row.countedKg(),
        row.ledgerKg(),
        row.clearedKg(),
        row.countedKg() - balances.netOfStreamAt(row.streamId(), row.occurredOn()),
        row.note(),
        row.recordedAt());
  }

  private List<Stream> views(List<StreamRow> rows) {
    List<Id> ids = rows.stream().map(StreamRow::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Id, List<Balances.StreamBalance>> held =
        balances.ofStreams(ids).stream()
            .collect(Collectors.groupingBy(Balances.StreamBalance::stream));
    Map<Id, StockTakeRow> latest = latestStockTakes(ids);
    Map<Id, SiteRef> sites =
        organisations.findSites(rows.stream().map(StreamRow::siteId).distinct().toList());
    return rows.stream()
        .map(row -> {
          SiteRef site = sites.get(row.siteId());
          return new Stream(
              row.id(),
              row.organisationId(),
              row.siteId(),
              site == null ? "" : site.name(),
              row.materialKey(),
              row.classCode(),
              row.code(),
              row.codeScheme(),
              row.name(),
              row.process(),
              row.version(),
              balance(held.getOrDefault(row.id(), List.of()), latest.get(row.id())));
        })
        .toList();
  }

  private Map<Id, StockTakeRow> latestStockTakes(Collection<Id> ids) {
    Map<Id, StockTakeRow> latest = new HashMap<>();
    stockTakes
        .findByStreamIdInOrderByOccurredOnDescAndIdDesc(ids)
        .forEach(row -> latest.putIfAbsent(row.streamId(), row));
    return latest;
  }

  private StreamBalance balance(
      List<Balances.StreamBalance> held, @Nullable StockTakeRow declared) {
    TreeMap<Integer, Long> onHand = new TreeMap<>();
    long unreconciled = 0;
    for (Balances.StreamBalance balance : held) {
      if (balance.kind() == AccountKind.ON_HAND && balance.kg() > 0) {
        onHand.merge(balance.generationYear(), balance.kg(), Long::sum);
      } else if (balance.kind() == AccountKind.UNRECONCILED) {
        unreconciled -= balance.kg();
      }
    }
    long total = onHand.values().stream().mapToLong(Long::longValue).sum();
    return new StreamBalance(
        total,
        unreconciled,
        total - unreconciled,
        onHand.entrySet().stream()
            .map(year -> new YearStock(year.getKey(), year.getValue()))
            .toList(),
        declared == null ? null : declared.countedKg(),
        declared == null ? null : declared.occurredOn(),
        declared == null
            ? null
            : declared.countedKg()
                - balances.netOfStreamAt(declared.streamId(), declared.occurredOn()));
  }

  private Map<Id, String> notesOf(List<Statements.Entry> page) {
    Map<Id, String> notes = new HashMap<>();
    List<Id> transfers = page.stream().map(Statements.Entry::transferId).toList();
    if (!transfers.isEmpty()) {
      entries
          .findByTransferIdIn(transfers)
          .forEach(row -> {
            String note = row.note();
            if (note != null) {
              notes.put(row.transferId(), note);
            }
          });
    }
    return notes;
  }

  private static Entry entry(Statements.Entry entry, @Nullable String note) {
    return new Entry(
        entry.transferId(),
        entry.kind(),
        entry.subjectId(),
        entry.occurredOn(),
        entry.recordedAt(),
        entry.reference(),
        note,
        entry.lines().stream()
            .map(line ->
                new EntryMove(
                    line.unit(),
                    new AccountLabel(line.fromKind()),
                    new AccountLabel(line.toKind()),
                    line.amount(),
                    line.generationYear()))
            .toList());
  }

  /// A stream and what the ledger holds of it.
  @Serdeable
  @Schema(name = "Stream")
  record Stream(
      Id id,
      Id organisationId,
      Id siteId,
      String siteName,
      String materialKey,
      String classCode,
      @Nullable String code,
      @Nullable String codeScheme,
      String name,
      @Nullable String process,
      long version,
      StreamBalance balance) {}

  /// Tonnes in the yard. `netKg` is on hand less unreconciled; `residualKg` is what was last
  /// counted or declared less what the ledger says of that day, and is shown rather than forced to
  /// nothing.
  @Serdeable
  @Schema(name = "StreamBalance")
  record StreamBalance(
      long onHandKg,
      long unreconciledKg,
      long netKg,
      List<YearStock> years,
      @Nullable Long declaredKg,
      @Nullable LocalDate declaredOn,
      @Nullable Long residualKg) {}

  @Serdeable
  @Schema(name = "YearStock")
  record YearStock(int generationYear, long onHandKg) {}

  @Serdeable
  @Schema(name = "StreamEntry")
  record Entry(
      Id transferId,
      String kind,
      Id subjectId,
      LocalDate occurredOn,
      Instant recordedAt,
      String reference,
      @Nullable String note,
      List<EntryMove> moves) {}

  @Serdeable
  @Schema(name = "StreamEntryMove")
  record EntryMove(
      String unit, AccountLabel from, AccountLabel to, long kg, @Nullable Integer generationYear) {}

  @Serdeable
  @Schema(name = "AccountLabel")
  record AccountLabel(String kind) {}

  @Serdeable
  @Schema(name = "StockTake")
  record StockTake(
      Id id,
      Id streamId,
      LocalDate occurredOn,
      String method,
      long countedKg,
      long ledgerKg,
      long clearedKg,
      long residualKg,
      @Nullable String note,
      Instant recordedAt) {}

  @Serdeable
  @Schema(name = "StreamList")
  record StreamList(List<Stream> items) {}

  @Serdeable
  @Schema(name = "StockTakeList")
  record StockTakeList(List<StockTake> items) {}

  @Serdeable
  @Schema(name = "StreamEntryList")
  record EntryList(List<Entry> items, @Nullable String next) {}
}
