package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;
import static cn.wufei.exchange.db.Tables.STREAM_ENTRY;
import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.metrics.StreamScopeViews.ScopedStream;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The postings that a figure is the sum of, newest first, each with the load and the weighbridge
/// ticket behind it.
@Singleton
@Connectable
class PostingViews {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");
  private static final List<SelectField<?>> COLUMNS =
      List.of(
          LEDGER_POSTING.ID,
          LEDGER_POSTING.AMOUNT,
          LEDGER_TRANSFER.ID,
          LEDGER_TRANSFER.KIND,
          LEDGER_TRANSFER.REFERENCE,
          LEDGER_TRANSFER.SUBJECT_ID,
          LEDGER_TRANSFER.OCCURRED_ON,
          LEDGER_TRANSFER.RECORDED_AT,
          LEDGER_TRANSFER.REVERSES_ID,
          DEBIT.KIND,
          DEBIT.OWNER_ID,
          DEBIT.STREAM_ID,
          DEBIT.GENERATION_YEAR,
          CREDIT.KIND,
          CREDIT.OWNER_ID,
          CREDIT.STREAM_ID,
          CREDIT.GENERATION_YEAR,
          TRANSFER_LOAD.ID,
          TRANSFER_LOAD.NUMBER,
          TRANSFER_LOAD.ORIGIN_TICKET,
          TRANSFER_LOAD.DESTINATION_TICKET,
          TRANSFER_LOAD.BUYER_ID,
          STREAM_ENTRY.COUNTERPARTY_NAME);

  private final DSLContext sql;
  private final StreamScopeViews streamScope;
  private final Organisations organisations;

  PostingViews(DSLContext sql, StreamScopeViews streamScope, Organisations organisations) {
    this.sql = sql;
    this.streamScope = streamScope;
    this.organisations = organisations;
  }

  PostingList of(MetricsScope scope, Figure figure, @Nullable Id before, int limit) {
    Map<Id, ScopedStream> streams =
        streamScope.of(scope).stream()
            .collect(Collectors.toMap(ScopedStream::id, Function.identity()));
    if (streams.isEmpty()) {
      return new PostingList(List.of(), null);
    }
    List<Record> rows =
        select(conditions(scope, figure, streams.keySet().stream().toList()), before, limit + 1);
    Page<Record> page = Page.ofSurplus(rows, limit, row -> row.get(LEDGER_POSTING.ID).toString());
    return new PostingList(views(page.items(), figure, streams), page.next());
  }

  /// The postings of one load or report, oldest first.
  List<Posting> ofSubject(Id subject) {
    List<Record> rows =
        new ArrayList<>(
            select(List.of(LEDGER_TRANSFER.SUBJECT_ID.eq(subject)), null, Page.LIMIT_MAX));
    return views(rows.reversed(), null, Map.of());
  }

  private List<Record> select(List<Condition> which, @Nullable Id before, int limit) {
    return sql.select(COLUMNS)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .leftJoin(TRANSFER_LOAD)
        .on(TRANSFER_LOAD.ID.eq(LEDGER_TRANSFER.SUBJECT_ID))
        .leftJoin(STREAM_ENTRY)
        .on(STREAM_ENTRY.ID.eq(LEDGER_TRANSFER.SUBJECT_ID))
        .where(which)
        .and(before == null ? DSL.trueCondition() : LEDGER_POSTING.ID.lt(before))
        .orderBy(LEDGER_POSTING.ID.desc())
        .limit(limit)
        .fetch(row -> row);
  }

  private static List<Condition> conditions(MetricsScope scope, Figure figure, List<Id> streams) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(LEDGER_POSTING.UNIT.eq(Unit.MASS_KG.code()));
    conditions.add(figure.isBetweenStreams() ? between(figure, streams) : touches(figure, streams));
    conditions.add(LEDGER_TRANSFER.OCCURRED_ON.le(scope.to().atEndOfMonth()));
    if (figure.isOfThePeriod()) {
      conditions.add(LEDGER_TRANSFER.OCCURRED_ON.ge(scope.from().atDay(1)));
    }
    return conditions;
  }

  /// What a reversal moves back is less of what was moved, not tonnes that went the other way.
  private static Condition between(Figure figure, List<Id> streams) {
    Condition asTold = LEDGER_TRANSFER.REVERSES_ID.isNull();
    Condition countsDebit = figure.countsWhatComesIn() ? asTold : DSL.not(asTold);
    Field<Id> own = DSL.when(countsDebit, DEBIT.STREAM_ID).otherwise(CREDIT.STREAM_ID);
    return CREDIT.STREAM_ID.ne(DEBIT.STREAM_ID).and(own.in(streams));
  }

  /// An account of the figure on one side, of one of the streams: a posting between two accounts of
  /// the figure changes nothing in it.
  private static Condition touches(Figure figure, List<Id> streams) {
    Condition debit = joins(figure, DEBIT, CREDIT).and(DEBIT.STREAM_ID.in(streams));
    Condition credit = joins(figure, CREDIT, DEBIT).and(CREDIT.STREAM_ID.in(streams));
    return debit.or(credit).and(DSL.not(debit.and(credit)));
  }

  private static Condition joins(Figure figure, LedgerAccount side, LedgerAccount across) {
    Condition condition = side.KIND.in(codes(figure.accounts()));
    return figure.across().isEmpty()
        ? condition
        : condition.and(across.KIND.in(codes(figure.across())));
  }

  private static List<String> codes(Set<AccountKind> kinds) {
    return kinds.stream().map(AccountKind::code).toList();
  }

  private List<Posting> views(
      List<Record> rows, @Nullable Figure figure, Map<Id, ScopedStream> streams) {
    Map<Id, OrganisationRef> names =
        organisations.findAll(
            rows.stream()
                .flatMap(row ->
                    Stream.of(
                        row.get(CREDIT.OWNER_ID),
                        row.get(DEBIT.OWNER_ID),
                        row.get(TRANSFER_LOAD.BUYER_ID)))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return rows.stream().map(row -> view(row, figure, streams, names)).toList();
  }

  private static Posting view(
      Record row,
      @Nullable Figure figure,
      Map<Id, ScopedStream> streams,
      Map<Id, OrganisationRef> names) {
    boolean used = TransferKind.USE_REPORTED.code().equals(row.get(LEDGER_TRANSFER.KIND));
    boolean taken = comesIn(row, figure, streams);
    Id streamId =
        taken
            ? first(row.get(DEBIT.STREAM_ID), row.get(CREDIT.STREAM_ID))
            : first(row.get(CREDIT.STREAM_ID), row.get(DEBIT.STREAM_ID));
    ScopedStream stream = streamId == null ? null : streams.get(streamId);
    Short year =
        Giver.of(isReversal(row), row.get(CREDIT.GENERATION_YEAR), row.get(DEBIT.GENERATION_YEAR));
    Id other = used ? row.get(DEBIT.OWNER_ID) : row.get(TRANSFER_LOAD.BUYER_ID);
    return new Posting(
        row.get(LEDGER_POSTING.ID),
        row.get(LEDGER_TRANSFER.ID),
        row.get(LEDGER_TRANSFER.KIND),
        row.get(LEDGER_TRANSFER.OCCURRED_ON),
        row.get(LEDGER_TRANSFER.RECORDED_AT),
        signed(row, figure, taken),
        row.get(CREDIT.KIND),
        row.get(DEBIT.KIND),
        year == null ? null : (int) year,
        streamId,
        stream == null ? null : stream.name(),
        names.get(stream == null ? row.get(CREDIT.OWNER_ID) : stream.organisationId()),
        other == null ? null : names.get(other),
        row.get(STREAM_ENTRY.COUNTERPARTY_NAME),
        row.get(TRANSFER_LOAD.ID),
        row.get(TRANSFER_LOAD.NUMBER),
        first(row.get(TRANSFER_LOAD.DESTINATION_TICKET), row.get(TRANSFER_LOAD.ORIGIN_TICKET)),
        used ? row.get(LEDGER_TRANSFER.SUBJECT_ID) : null,
        row.get(LEDGER_TRANSFER.REFERENCE));
  }

  private static long signed(Record row, @Nullable Figure figure, boolean comesIn) {
    long amount = row.get(LEDGER_POSTING.AMOUNT);
    if (figure != null && figure.isBetweenStreams()) {
      return isReversal(row) ? -amount : amount;
    }
    return figure == null || comesIn == figure.countsWhatComesIn() ? amount : -amount;
  }

  /// Whether the figure's account is the one that takes.
  private static boolean comesIn(
      Record row, @Nullable Figure figure, Map<Id, ScopedStream> streams) {
    if (figure == null) {
      return false;
    }
    if (figure.isBetweenStreams()) {
      return figure.countsWhatComesIn() != isReversal(row);
    }
    Id taker = row.get(DEBIT.STREAM_ID);
    return taker != null
        && streams.containsKey(taker)
        && codes(figure.accounts()).contains(row.get(DEBIT.KIND));
  }

  private static boolean isReversal(Record row) {
    return row.get(LEDGER_TRANSFER.REVERSES_ID) != null;
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }

  /// One posting of a figure; `kg` is negative where it takes away from it.
  ///
  /// @param relatedParty the name of the related party, which need not be on the exchange
  @Serdeable
  @Schema(name = "FigurePosting")
  record Posting(
      Id postingId,
      Id transferId,
      String kind,
      LocalDate occurredOn,
      Instant recordedAt,
      long kg,
      String from,
      String to,
      @Nullable Integer generationYear,
      @Nullable Id streamId,
      @Nullable String streamName,
      @Nullable OrganisationRef organisation,
      @Nullable OrganisationRef counterparty,
      @Nullable String relatedParty,
      @Nullable Id loadId,
      @Nullable String loadNumber,
      @Nullable String ticketNumber,
      @Nullable Id useReportId,
      String reference) {}

  @Serdeable
  @Schema(name = "FigurePostingList")
  record PostingList(List<Posting> items, @Nullable String next) {}
}
