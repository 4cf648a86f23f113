package cn.wufei.exchange.sample;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A request for a sample as it is stored.
///
/// @param process the version under which it was made ([SampleProcess])
/// @param dueOn the last day of its present state; nothing when its course has ended
/// @param sendBy the day by which the seller sends it
record SampleRow(
    Id id,
    long version,
    int process,
    SampleStatus status,
    Asked asked,
    Instant askedAt,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate sendBy,
    @Nullable SampleDispatch dispatch,
    @Nullable LocalDate receivedOn,
    @Nullable SampleVerdict verdict) {

  /// As the audit log and attachments name it.
  static final String SUBJECT = "sample";

  /// What was asked for, which never changes.
  ///
  /// @param lotTitle as it read then
  /// @param buyerSiteId where it is sent
  record Asked(
      Id lotId,
      String lotTitle,
      String materialKey,
      Id sellerId,
      Id buyerId,
      Id sellerSiteId,
      Id buyerSiteId,
      int quantityG,
      @Nullable String wishes,
      @Nullable LocalDate wantedBy,
      Side courierPayer,
      @Nullable String message) {}

  /// A request that is made now.
  static SampleRow made(Asked asked, Instant now, LocalDate today) {
    SampleProcess process = SampleProcess.CURRENT;
    return new SampleRow(
        Id.next(),
        1,
        process.version(),
        SampleStatus.REQUESTED,
        asked,
        now,
        process.lastDay(SampleStatus.REQUESTED, today),
        null,
        null,
        null,
        null);
  }

  SampleProcess rules() {
    return SampleProcess.of(process);
  }

  /// On which side the caller's organisation stands; nothing for a stranger.
  @Nullable Side sideOf(Caller caller) {
    if (caller.organisationId().equals(asked.sellerId())) {
      return Side.SELLER;
    }
    return caller.organisationId().equals(asked.buyerId()) ? Side.BUYER : null;
  }

  boolean maySee(Caller caller) {
    return caller.maySee(asked.sellerId()) || caller.maySee(asked.buyerId());
  }

  Attachment.Subject subject() {
    return new Attachment.Subject(SUBJECT, id);
  }

  /// Whether the last day of its state is over, whether or not that has been written down yet.
  boolean isOverOn(LocalDate today) {
    return dueOn != null && dueOn.isBefore(today);
  }

  /// What the clock does about it once its last day is over.
  SampleAct clockAct() {
    return rules().actsOf(status, SampleProcess.Actor.CLOCK).getFirst();
  }

  /// What time made of it on the day after its last one.
  SampleRow byClock(LocalDate lastDay) {
    LocalDate day = lastDay.plusDays(1);
    return switch (clockAct()) {
      case PRESUME_RECEIVED -> received(day, day);
      case CLOSE -> concluded(SampleVerdict.NO_STATEMENT);
      default -> ended(SampleStatus.LAPSED);
    };
  }

  /// As it is on a day; in the version in which it is stored.
  SampleRow asOf(LocalDate today) {
    if (dueOn == null || !isOverOn(today)) {
      return this;
    }
    SampleRow now = byClock(dueOn);
    return now.with(
        version, now.status, now.dueOn, now.sendBy, now.dispatch, now.receivedOn, now.verdict);
  }

  SampleRow accepted(LocalDate sendingBy) {
    return next(SampleStatus.ACCEPTED, sendingBy, sendingBy, dispatch, receivedOn, verdict);
  }

  SampleRow sent(SampleDispatch sent, LocalDate today) {
    return next(SampleStatus.SENT, today, sendBy, sent, receivedOn, verdict);
  }

  /// @param began the day from which its time runs
  SampleRow received(LocalDate on, LocalDate began) {
    return next(SampleStatus.RECEIVED, began, sendBy, dispatch, on, verdict);
  }

  SampleRow concluded(SampleVerdict found) {
    return with(version + 1, SampleStatus.CONCLUDED, null, sendBy, dispatch, receivedOn, found);
  }

  /// Declined, withdrawn or lapsed.
  SampleRow ended(SampleStatus end) {
    return with(version + 1, end, null, sendBy, dispatch, receivedOn, verdict);
  }

  private SampleRow next(
      SampleStatus changed,
      LocalDate began,
      @Nullable LocalDate sending,
      @Nullable SampleDispatch sent,
      @Nullable LocalDate received,
      @Nullable SampleVerdict found) {
    return with(
        version + 1, changed, rules().lastDay(changed, began), sending, sent, received, found);
  }

  private SampleRow with(
      long number,
      SampleStatus changed,
      @Nullable LocalDate due,
      @Nullable LocalDate sending,
      @Nullable SampleDispatch sent,
      @Nullable LocalDate received,
      @Nullable SampleVerdict found) {
    return new SampleRow(
        id, number, process, changed, asked, askedAt, due, sending, sent, received, found);
  }
}
