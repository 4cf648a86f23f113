package cn.wufei.exchange.sample;

import static cn.wufei.exchange.db.Tables.SAMPLE_DISPATCH;
import static cn.wufei.exchange.db.Tables.SAMPLE_REQUEST;

import cn.wufei.exchange.db.tables.records.SampleDispatchRecord;
import cn.wufei.exchange.db.tables.records.SampleRequestRecord;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Requests for samples as rows.
@Singleton
@Connectable
class SampleStore {

  private static final List<String> OPEN =
      List.of(
          SampleStatus.REQUESTED.code(), SampleStatus.ACCEPTED.code(), SampleStatus.SENT.code());

  private final DSLContext sql;

  SampleStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable SampleRow find(Id id) {
    return row(sql.selectFrom(SAMPLE_REQUEST).where(SAMPLE_REQUEST.ID.eq(id)));
  }

  /// The request, held until the transaction ends.
  @Nullable SampleRow lockSample(Id id) {
    return row(sql.selectFrom(SAMPLE_REQUEST).where(SAMPLE_REQUEST.ID.eq(id)).forUpdate());
  }

  /// Which of them are looked for.
  ///
  /// @param side on which the caller's organisation stands
  /// @param status as it is on the day
  record Filter(@Nullable Side side, @Nullable SampleStatus status, @Nullable Id lotId) {

    static final Filter NONE = new Filter(null, null, null);
  }

  /// Those that the caller may see, newest first.
  List<SampleRow> page(
      Caller caller, Filter filter, LocalDate today, @Nullable Id before, int limit) {
    return rows(
        sql.selectFrom(SAMPLE_REQUEST)
            .where(isFor(caller, filter.side()))
            .and(filter.status() == null ? DSL.noCondition() : stands(filter.status(), today))
            .and(
                filter.lotId() == null
                    ? DSL.noCondition()
                    : SAMPLE_REQUEST.LOT_ID.eq(filter.lotId()))
            .and(before == null ? DSL.noCondition() : SAMPLE_REQUEST.ID.lt(before))
            .orderBy(SAMPLE_REQUEST.ID.desc())
            .limit(limit));
  }

  private static Condition isFor(Caller caller, @Nullable Side side) {
    Id own = caller.organisationId();
    if (side == null) {
      return caller.role().seesAll()
          ? DSL.noCondition()
          : SAMPLE_REQUEST.SELLER_ID.eq(own).or(SAMPLE_REQUEST.BUYER_ID.eq(own));
    }
    return switch (side) {
      case SELLER -> SAMPLE_REQUEST.SELLER_ID.eq(own);
      case BUYER -> SAMPLE_REQUEST.BUYER_ID.eq(own);
    };
  }

  /// As [SampleRow#asOf] has it.
  private static Condition stands(SampleStatus status, LocalDate today) {
    Condition stored = SAMPLE_REQUEST.STATUS.eq(status.code());
    return switch (status) {
      case REQUESTED, ACCEPTED, SENT -> stored.and(SAMPLE_REQUEST.DUE_ON.ge(today));
      case RECEIVED ->
          stored.and(SAMPLE_REQUEST.DUE_ON.ge(today)).or(isOver(SampleStatus.SENT, today));
      case CONCLUDED -> stored.or(isOver(SampleStatus.RECEIVED, today));
      case LAPSED ->
          stored.or(isOver(SampleStatus.REQUESTED, today)).or(isOver(SampleStatus.ACCEPTED, today));
      case DECLINED, WITHDRAWN -> stored;
    };
  }

  private static Condition isOver(SampleStatus status, LocalDate today) {
    return SAMPLE_REQUEST.STATUS.eq(status.code()).and(SAMPLE_REQUEST.DUE_ON.lt(today));
  }

  /// How many of a buyer's requests are open.
  ///
  /// @param lotId of this lot alone, where one is given
  int countOpen(Id buyer, @Nullable Id lotId) {
    return sql.fetchCount(
        SAMPLE_REQUEST,
        SAMPLE_REQUEST
            .BUYER_ID
            .eq(buyer)
            .and(
                lotId == null
                    ? SAMPLE_REQUEST.STATUS.in(OPEN)
                    : SAMPLE_REQUEST.OPEN_LOT_ID.eq(lotId)));
  }

  int countToDo(Id own, LocalDate today) {
    return sql.fetchCount(SAMPLE_REQUEST, toDo(own, today));
  }

  /// Those that wait for the organisation, the oldest first.
  List<SampleRow> pageToDo(Id own, LocalDate today, @Nullable Id after, int limit) {
    return rows(
        sql.selectFrom(SAMPLE_REQUEST)
            .where(toDo(own, today))
            .and(after == null ? DSL.noCondition() : SAMPLE_REQUEST.ID.gt(after))
            .orderBy(SAMPLE_REQUEST.ID)
            .limit(limit));
  }

  private static Condition toDo(Id own, LocalDate today) {
    Condition bySeller =
        SAMPLE_REQUEST
            .SELLER_ID
            .eq(own)
            .and(
                SAMPLE_REQUEST.STATUS.in(
                    SampleStatus.REQUESTED.code(), SampleStatus.ACCEPTED.code()));
    Condition byBuyer =
        SAMPLE_REQUEST.BUYER_ID.eq(own).and(SAMPLE_REQUEST.STATUS.eq(SampleStatus.SENT.code()));
    return bySeller.or(byBuyer).and(SAMPLE_REQUEST.DUE_ON.ge(today));
  }

  /// Those whose last day lies before, those first that are over the longest.
  List<Id> overBefore(LocalDate day, int limit) {
    return sql.select(SAMPLE_REQUEST.ID)
        .from(SAMPLE_REQUEST)
        .where(
            SAMPLE_REQUEST.STATUS.in(
                SampleStatus.REQUESTED.code(),
                SampleStatus.ACCEPTED.code(),
                SampleStatus.SENT.code(),
                SampleStatus.RECEIVED.code()))
        .and(SAMPLE_REQUEST.DUE_ON.lt(day))
        .orderBy(SAMPLE_REQUEST.DUE_ON, SAMPLE_REQUEST.ID)
        .limit(limit)
        .fetch(SAMPLE_REQUEST.ID);
  }

  void insert(SampleRow row) {
    SampleRow.Asked asked = row.asked();
    sql.insertInto(SAMPLE_REQUEST)
        .set(SAMPLE_REQUEST.ID, row.id())
        .set(SAMPLE_REQUEST.VERSION, row.version())
        .set(SAMPLE_REQUEST.PROCESS_VERSION, (short) row.process())
        .set(SAMPLE_REQUEST.STATUS, row.status().code())
        .set(SAMPLE_REQUEST.LOT_ID, asked.lotId())
        .set(SAMPLE_REQUEST.OPEN_LOT_ID, asked.lotId())
        .set(SAMPLE_REQUEST.LOT_TITLE, asked.lotTitle())
        .set(SAMPLE_REQUEST.MATERIAL_KEY, asked.materialKey())
        .set(SAMPLE_REQUEST.SELLER_ID, asked.sellerId())
        .set(SAMPLE_REQUEST.BUYER_ID, asked.buyerId())
        .set(SAMPLE_REQUEST.SELLER_SITE_ID, asked.sellerSiteId())
        .set(SAMPLE_REQUEST.BUYER_SITE_ID, asked.buyerSiteId())
        .set(SAMPLE_REQUEST.QUANTITY_G, asked.quantityG())
        .set(SAMPLE_REQUEST.WISHES, asked.wishes())
        .set(SAMPLE_REQUEST.WANTED_BY, asked.wantedBy())
        .set(SAMPLE_REQUEST.COURIER_PAYER, asked.courierPayer().code())
        .set(SAMPLE_REQUEST.MESSAGE, asked.message())
        .set(SAMPLE_REQUEST.ASKED_AT, row.askedAt())
        .set(SAMPLE_REQUEST.DUE_ON, row.dueOn())
        .execute();
  }

  /// Writes how far a request that is held has come; what was asked for never changes.
  void update(SampleRow row) {
    SampleVerdict verdict = row.verdict();
    sql.update(SAMPLE_REQUEST)
        .set(SAMPLE_REQUEST.VERSION, row.version())
        .set(SAMPLE_REQUEST.STATUS, row.status().code())
        .set(SAMPLE_REQUEST.OPEN_LOT_ID, row.status().isOpen() ? row.asked().lotId() : null)
        .set(SAMPLE_REQUEST.DUE_ON, row.dueOn())
        .set(SAMPLE_REQUEST.SEND_BY, row.sendBy())
        .set(SAMPLE_REQUEST.RECEIVED_ON, row.receivedOn())
        .set(SAMPLE_REQUEST.VERDICT, verdict == null ? null : verdict.code())
        .where(SAMPLE_REQUEST.ID.eq(row.id()))
        .execute();
  }

  void insert(Id request, SampleDispatch dispatch) {
    sql.insertInto(SAMPLE_DISPATCH)
        .set(SAMPLE_DISPATCH.REQUEST_ID, request)
        .set(SAMPLE_DISPATCH.SENT_ON, dispatch.sentOn())
        .set(SAMPLE_DISPATCH.COURIER, dispatch.courier())
        .set(SAMPLE_DISPATCH.TRACKING_NUMBER, dispatch.trackingNumber())
        .set(SAMPLE_DISPATCH.MARK, dispatch.mark())
        .set(SAMPLE_DISPATCH.SAMPLED_ON, dispatch.sampledOn())
        .set(SAMPLE_DISPATCH.SAMPLED_BY, dispatch.sampledBy())
        .set(SAMPLE_DISPATCH.SAMPLING_METHOD, dispatch.method())
        .execute();
  }

  private @Nullable SampleRow row(ResultQuery<SampleRequestRecord> query) {
    List<SampleRow> found = rows(query);
    return found.isEmpty() ? null : found.getFirst();
  }

  private List<SampleRow> rows(ResultQuery<SampleRequestRecord> query) {
    List<SampleRequestRecord> found = query.fetch();
    Map<Id, SampleDispatch> sent =
        found.isEmpty()
            ? Map.of()
            : sql.selectFrom(SAMPLE_DISPATCH)
                .where(
                    SAMPLE_DISPATCH.REQUEST_ID.in(
                        found.stream().map(SampleRequestRecord::getId).toList()))
                .fetchMap(SAMPLE_DISPATCH.REQUEST_ID, SampleStore::dispatch);
    return found.stream().map(row -> sample(row, sent.get(row.getId()))).toList();
  }

  private static SampleDispatch dispatch(SampleDispatchRecord row) {
    return new SampleDispatch(
        row.getSentOn(),
        row.getCourier(),
        row.getTrackingNumber(),
        row.getMark(),
        row.getSampledOn(),
        row.getSampledBy(),
        row.getSamplingMethod());
  }

  private static SampleRow sample(SampleRequestRecord row, @Nullable SampleDispatch dispatch) {
    return new SampleRow(
        row.getId(),
        row.getVersion(),
        row.getProcessVersion(),
        SampleStatus.ofCode(row.getStatus()),
        new SampleRow.Asked(
            row.getLotId(),
            row.getLotTitle(),
            row.getMaterialKey(),
            row.getSellerId(),
            row.getBuyerId(),
            row.getSellerSiteId(),
            row.getBuyerSiteId(),
            row.getQuantityG(),
            row.getWishes(),
            row.getWantedBy(),
            Side.ofCode(row.getCourierPayer()),
            row.getMessage()),
        row.getAskedAt(),
        row.getDueOn(),
        row.getSendBy(),
        dispatch,
        row.getReceivedOn(),
        row.getVerdict() == null ? null : SampleVerdict.ofCode(row.getVerdict()));
  }
}
