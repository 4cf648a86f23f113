package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads tenders with all that belongs to them, as of now.
@Singleton
@Connectable
class TenderCourses {

  private final TenderStore tenders;
  private final BidStore bids;
  private final TenderDepositStore deposits;
  private final Clock clock;

  TenderCourses(TenderStore tenders, BidStore bids, TenderDepositStore deposits, Clock clock) {
    this.tenders = tenders;
    this.bids = bids;
    this.deposits = deposits;
    this.clock = clock;
  }

  Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  @Nullable TenderCourse find(Id id) {
    TenderRow row = tenders.find(id);
    return row == null ? null : of(List.of(row)).getFirst();
  }

  /// The tender by which the lot is bound now.
  @Nullable TenderCourse findLive(Id lot) {
    TenderRow row = tenders.findLive(lot);
    TenderCourse course = row == null ? null : of(List.of(row)).getFirst();
    return course != null && course.tender().status().isLive() ? course : null;
  }

  Map<Id, TenderCourse> findAll(Collection<Id> ids) {
    return of(tenders.findAll(ids)).stream()
        .collect(Collectors.toMap(course -> course.tender().id(), Function.identity()));
  }

  /// What time has made of those tenders.
  List<TenderCourse> of(List<TenderRow> rows) {
    Instant now = now();
    return stored(rows).stream().map(course -> course.at(now)).toList();
  }

  /// As it is written down.
  TenderCourse stored(TenderRow row) {
    return stored(List.of(row)).getFirst();
  }

  private List<TenderCourse> stored(List<TenderRow> rows) {
    List<Id> ids = rows.stream().map(TenderRow::id).toList();
    Map<Id, List<BidRow>> bidsBy = bids.ofTenders(ids);
    Map<Id, List<TenderDepositRow>> depositsBy = deposits.ofTenders(ids);
    return rows.stream()
        .map(row ->
            new TenderCourse(
                row,
                bidsBy.getOrDefault(row.id(), List.of()),
                depositsBy.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
