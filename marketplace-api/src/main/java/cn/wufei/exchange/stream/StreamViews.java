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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
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
  private final ProcessingViews processings;

  StreamViews(
      StreamRepository streams,
      EntryRepository entries,
      StockTakeRepository stockTakes,
      Balances balances,
      Statements statements,
      Organisations organisations,
      ProcessingViews processings) {
    this.streams = streams;
    this.entries = entries;
    this.stockTakes = stockTakes;
    this.balances = balances;
    this.statements = statements;
    this.organisations = organisations;
    this.processings = processings;
  }

  List<Stream> ofOrganisation(Id organisation) {
    return views(streams.findByOrganisationIdOrderByIdDesc(organisation));
  }

  Stream of(StreamRow row) {
    return views(List.of(row)).getFirst();
  }

  Page<Entry> entriesOf(Id stream, @Nullable Id before, int limit) {
    Page<Statements.Entry> page = statements.ofStream(stream, before, limit);
    return new Page<>(entries(stream, page.items()), page.next());
  }

  /// The entry of one subject, such as the transfer that was just recorded.
  Entry entryOf(Id stream, Id subject) {
    return entries(stream, List.of(statements.ofSubject(subject).getLast())).getFirst();
  }

  List<StockTake> stockTakesOf(Id stream) {
    return stockTakes
        .findByStreamIdInAndVoidedByIsNullOrderByOccurredOnDescAndIdDesc(List.of(stream))
        .stream()
        .map(this::stockTake)
        .toList();
  }

  /// The last count or declaration of each year that has one.
  Map<Integer, YearBooks.Declared> lastDeclaredByYear(Id stream) {
    Map<Integer, YearBooks.Declared> last = new HashMap<>();
    stockTakes
        .findByStreamIdInAndVoidedByIsNullOrderByOccurredOnDescAndIdDesc(List.of(stream))
        .forEach(row ->
            last.computeIfAbsent(
                row.occurredOn().getYear(),
                _ ->
                    new YearBooks.Declared(
                        row.occurredOn(),
                        row.countedKg(),
                        row.countedKg() - balances.netOfStreamAt(stream, row.occurredOn()))));
    return last;
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
        balances.ofStreams(ids, AccountKind.ON_HAND, AccountKind.UNRECONCILED).stream()
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
        .findByStreamIdInAndVoidedByIsNullOrderByOccurredOnDescAndIdDesc(ids)
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

  private List<Entry> entries(Id stream, List<Statements.Entry> told) {
    List<Id> transfers = told.stream().map(Statements.Entry::transferId).toList();
    List<Id> subjects = told.stream().map(Statements.Entry::subjectId).distinct().toList();
    Map<Id, EntryRow> rows =
        subjects.isEmpty()
            ? Map.of()
            : entries.findByIdIn(subjects).stream()
                .collect(Collectors.toMap(EntryRow::id, Function.identity()));
    Map<Id, Processing> processed = processings.ofTransfers(transfers);
    Map<Id, String> others = namesOfOthers(stream, told);
    return told.stream()
        .map(entry ->
            entry(entry, rows.get(entry.subjectId()), processed.get(entry.transferId()), others))
        .toList();
  }

  private Map<Id, String> namesOfOthers(Id stream, List<Statements.Entry> told) {
    List<Id> others =
        told.stream()
            .flatMap(entry -> entry.lines().stream())
            .flatMap(line -> java.util.stream.Stream.of(line.fromStream(), line.toStream()))
            .filter(Objects::nonNull)
            .filter(id -> !id.equals(stream))
            .distinct()
            .toList();
    return others.isEmpty()
        ? Map.of()
        : streams.findByIdIn(others).stream()
            .collect(Collectors.toMap(StreamRow::id, StreamRow::name));
  }

  private static Entry entry(
      Statements.Entry entry,
      @Nullable EntryRow row,
      @Nullable Processing processing,
      Map<Id, String> others) {
    return new Entry(
        entry.transferId(),
        entry.kind(),
        entry.subjectId(),
        entry.occurredOn(),
        entry.recordedAt(),
        entry.reference(),
        entry.reverses(),
        entry.reversedBy(),
        row != null ? row.method() : processing == null ? null : processing.method(),
        row != null ? row.note() : processing == null ? null : processing.note(),
        row == null || row.counterpartyName() == null
            ? null
            : new Counterparty(
                row.counterpartyId(), row.counterpartyName(), row.counterpartyUscc()),
        processing,
        entry.lines().stream()
            .map(line ->
                new EntryMove(
                    line.unit(),
                    label(line.fromKind(), line.fromStream(), others),
                    label(line.toKind(), line.toStream(), others),
                    line.amount(),
                    line.generationYear()))
            .toList());
  }

  private static AccountLabel label(String kind, @Nullable Id stream, Map<Id, String> others) {
    String other = stream == null ? null : others.get(stream);
    return new AccountLabel(kind, other == null ? null : stream, other);
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

  /// One transfer as a stream's story tells it; what it moved of other streams is left out, but for
  /// what came from them or went to them.
  ///
  /// @param counterparty the related party, where one is named
  /// @param processing what went in and came out, where it is one
  /// @param reverses the transfer that this one takes back
  /// @param reversedBy the transfer that takes this one back
  @Serdeable
  @Schema(name = "StreamEntry")
  record Entry(
      Id transferId,
      String kind,
      Id subjectId,
      LocalDate occurredOn,
      Instant recordedAt,
      String reference,
      @Nullable Id reverses,
      @Nullable Id reversedBy,
      @Nullable String method,
      @Nullable String note,
      @Nullable Counterparty counterparty,
      @Nullable Processing processing,
      List<EntryMove> moves) {}

  @Serdeable
  @Schema(name = "StreamEntryMove")
  record EntryMove(
      String unit, AccountLabel from, AccountLabel to, long kg, @Nullable Integer generationYear) {}

  /// @param streamId the stream that the account is of, where it is another one
  @Serdeable
  @Schema(name = "AccountLabel")
  record AccountLabel(String kind, @Nullable Id streamId, @Nullable String streamName) {}

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
