package cn.wufei.exchange.transfer;

import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;
import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD_NUMBER;
import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD_PART;

import cn.wufei.exchange.deal.AgreementLoads;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Loads as rows.
@Singleton
@Connectable
class LoadStore implements AgreementLoads {

  private static final List<String> COLUMNS =
      TRANSFER_LOAD.fieldStream().map(Field::getName).toList();
  private static final String REPLACE =
      COLUMNS.stream()
          .filter(column -> !column.equals(TRANSFER_LOAD.ID.getName()))
          .map(column -> column + " = values(" + column + ")")
          .collect(Collectors.joining(", ", "on duplicate key update ", ""));

  private final DSLContext sql;
  private final StatedLoads stated;

  LoadStore(DSLContext sql, StatedLoads stated) {
    this.sql = sql;
    this.stated = stated;
  }

  @Nullable LoadRow find(Id id) {
    return sql.selectFrom(TRANSFER_LOAD).where(TRANSFER_LOAD.ID.eq(id)).fetchOne(LoadMapping::load);
  }

  /// The load, held until the transaction ends.
  @Nullable LoadRow lockLoad(Id id) {
    return sql.selectFrom(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.ID.eq(id))
        .forUpdate()
        .fetchOne(LoadMapping::load);
  }

  /// Those that exist, by id, held until the transaction ends; in the order of their ids, as
  /// everybody holds them.
  Map<Id, LoadRow> lockLoads(Collection<Id> ids) {
    return sql.selectFrom(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.ID.in(ids))
        .orderBy(TRANSFER_LOAD.ID)
        .forUpdate()
        .fetchMap(TRANSFER_LOAD.ID, LoadMapping::load);
  }

  List<LoadRow> findAll(Collection<Id> ids) {
    return sql.selectFrom(TRANSFER_LOAD).where(TRANSFER_LOAD.ID.in(ids)).fetch(LoadMapping::load);
  }

  /// The loads that a query finds, newest first.
  List<LoadRow> page(LoadQuery query, @Nullable Id before, int limit) {
    return sql.selectFrom(TRANSFER_LOAD)
        .where(visible(query))
        .and(
            query.agreementId() == null
                ? DSL.noCondition()
                : TRANSFER_LOAD.AGREEMENT_ID.eq(query.agreementId()))
        .and(
            query.status() == null
                ? DSL.noCondition()
                : TRANSFER_LOAD.STATUS.eq(query.status().code()))
        .and(query.unstated() ? stated.onNone(TRANSFER_LOAD.ID) : DSL.noCondition())
        .and(before == null ? DSL.noCondition() : TRANSFER_LOAD.ID.lt(before))
        .orderBy(TRANSFER_LOAD.ID.desc())
        .limit(limit)
        .fetch(LoadMapping::load);
  }

  int countArriving(Id buyer) {
    return sql.fetchCount(TRANSFER_LOAD, arriving(buyer));
  }

  /// Loads on their way to a buyer, those first that left first.
  List<LoadRow> pageArriving(Id buyer, @Nullable Id after, int limit) {
    return sql.selectFrom(TRANSFER_LOAD)
        .where(arriving(buyer))
        .and(after == null ? DSL.noCondition() : TRANSFER_LOAD.ID.gt(after))
        .orderBy(TRANSFER_LOAD.ID)
        .limit(limit)
        .fetch(LoadMapping::load);
  }

  private static Condition arriving(Id buyer) {
    return TRANSFER_LOAD
        .BUYER_ID
        .eq(buyer)
        .and(TRANSFER_LOAD.STATUS.eq(LoadStatus.IN_TRANSIT.code()));
  }

  /// What a buyer received of a seller from one instant to before another and is on no statement
  /// that counts, first in first.
  List<LoadRow> unstatedBetween(Id seller, Id buyer, Instant from, Instant before, int limit) {
    return sql.selectFrom(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.SELLER_ID.eq(seller))
        .and(TRANSFER_LOAD.BUYER_ID.eq(buyer))
        .and(TRANSFER_LOAD.STATUS.eq(LoadStatus.RECEIVED.code()))
        .and(TRANSFER_LOAD.RECEIVED_AT.ge(from))
        .and(TRANSFER_LOAD.RECEIVED_AT.lt(before))
        .and(stated.onNone(TRANSFER_LOAD.ID))
        .orderBy(TRANSFER_LOAD.RECEIVED_AT, TRANSFER_LOAD.ID)
        .limit(limit)
        .fetch(LoadMapping::load);
  }

  /// The loads from a seller to a buyer that were not turned away and are on no agreed statement,
  /// oldest first.
  List<LoadRow> notAgreedBetween(Id seller, Id buyer, int limit) {
    return sql.selectFrom(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.SELLER_ID.eq(seller))
        .and(TRANSFER_LOAD.BUYER_ID.eq(buyer))
        .and(TRANSFER_LOAD.STATUS.in(LoadStatus.IN_TRANSIT.code(), LoadStatus.RECEIVED.code()))
        .and(stated.onNoneAgreed(TRANSFER_LOAD.ID))
        .orderBy(TRANSFER_LOAD.ID)
        .limit(limit)
        .fetch(LoadMapping::load);
  }

  /// What was received under each agreement of an organisation, on either side of it.
  List<Loads.Received> receivedByAgreement(Id party, Instant from, Instant before, int limit) {
    return sql.select(
            TRANSFER_LOAD.AGREEMENT_ID,
            TRANSFER_LOAD.AGREEMENT_NUMBER,
            TRANSFER_LOAD.MATERIAL_KEY,
            TRANSFER_LOAD.SELLER_ID,
            TRANSFER_LOAD.BUYER_ID,
            DSL.count(),
            DSL.sum(TRANSFER_LOAD.ACCEPTED_KG),
            DSL.sum(TRANSFER_LOAD.SETTLED_KG),
            DSL.count(DSL.when(stated.onNone(TRANSFER_LOAD.ID), DSL.inline(1))))
        .from(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.SELLER_ID.eq(party).or(TRANSFER_LOAD.BUYER_ID.eq(party)))
        .and(TRANSFER_LOAD.STATUS.eq(LoadStatus.RECEIVED.code()))
        .and(TRANSFER_LOAD.RECEIVED_AT.ge(from))
        .and(TRANSFER_LOAD.RECEIVED_AT.lt(before))
        .groupBy(
            TRANSFER_LOAD.AGREEMENT_ID,
            TRANSFER_LOAD.AGREEMENT_NUMBER,
            TRANSFER_LOAD.MATERIAL_KEY,
            TRANSFER_LOAD.SELLER_ID,
            TRANSFER_LOAD.BUYER_ID)
        .orderBy(TRANSFER_LOAD.AGREEMENT_ID)
        .limit(limit)
        .fetch(row ->
            new Loads.Received(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                exact(row.value7()),
                exact(row.value8()),
                row.value9()));
  }

  private static Condition visible(LoadQuery query) {
    Id own = query.caller().organisationId();
    if (query.direction() != null) {
      return switch (query.direction()) {
        case IN -> TRANSFER_LOAD.BUYER_ID.eq(own);
        case OUT -> TRANSFER_LOAD.SELLER_ID.eq(own);
      };
    }
    return query.caller().role().seesAll() && !query.unstated()
        ? DSL.noCondition()
        : TRANSFER_LOAD.SELLER_ID.eq(own).or(TRANSFER_LOAD.BUYER_ID.eq(own));
  }

  @Override
  public Map<Id, LoadTotals> ofAgreements(Collection<Id> agreements) {
    var inTransit =
        DSL.sum(
            DSL.when(TRANSFER_LOAD.STATUS.eq(LoadStatus.IN_TRANSIT.code()), DSL.inline(1))
                .otherwise(DSL.inline(0)));
    return sql.select(
            TRANSFER_LOAD.AGREEMENT_ID,
            DSL.count(),
            inTransit,
            DSL.sum(DSL.coalesce(TRANSFER_LOAD.ACCEPTED_KG, DSL.inline(0L))))
        .from(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.AGREEMENT_ID.in(agreements))
        .and(TRANSFER_LOAD.STATUS.ne(LoadStatus.VOIDED.code()))
        .groupBy(TRANSFER_LOAD.AGREEMENT_ID)
        .fetchMap(
            row -> row.value1(),
            row -> new LoadTotals(row.value2(), exact(row.value3()), exact(row.value4())));
  }

  void insert(LoadRow load, SequencedMap<Integer, Long> originKg) {
    sql.executeInsert(LoadMapping.record(load));
    insertParts(load.id(), originKg);
  }

  /// Writes anew how the load divided when it left.
  void replaceParts(Id load, SequencedMap<Integer, Long> originKg) {
    sql.deleteFrom(TRANSFER_LOAD_PART).where(TRANSFER_LOAD_PART.LOAD_ID.eq(load)).execute();
    insertParts(load, originKg);
  }

  private void insertParts(Id load, SequencedMap<Integer, Long> originKg) {
    originKg.forEach((year, kg) ->
        sql.insertInto(TRANSFER_LOAD_PART)
            .set(TRANSFER_LOAD_PART.LOAD_ID, load)
            .set(TRANSFER_LOAD_PART.GENERATION_YEAR, year.shortValue())
            .set(TRANSFER_LOAD_PART.ORIGIN_KG, kg)
            .execute());
  }

  /// How many loads that the organisation sent or awaits left until then and are on their way.
  int countInTransit(Id organisation, Instant until) {
    return sql.fetchCount(
        sql.selectOne()
            .from(TRANSFER_LOAD)
            .where(
                TRANSFER_LOAD
                    .SELLER_ID
                    .eq(organisation)
                    .or(TRANSFER_LOAD.BUYER_ID.eq(organisation)))
            .and(TRANSFER_LOAD.STATUS.eq(LoadStatus.IN_TRANSIT.code()))
            .and(TRANSFER_LOAD.DISPATCHED_AT.lt(until)));
  }

  /// Writes a load that is held.
  void update(LoadRow load) {
    sql.executeUpdate(LoadMapping.record(load));
  }

  /// Writes many loads that are held with one statement.
  void updateAll(Collection<LoadRow> loads) {
    ManyRows rows = new ManyRows("transfer_load", COLUMNS, REPLACE);
    loads.forEach(load -> rows.add(LoadMapping.record(load).intoArray()));
    sql.connection(rows::execute);
  }

  /// How each of the loads divided over generation years when it left, oldest first.
  Map<Id, SequencedMap<Integer, Long>> originsByYear(Collection<Id> loads) {
    Map<Id, SequencedMap<Integer, Long>> origins = new HashMap<>();
    sql.select(
            TRANSFER_LOAD_PART.LOAD_ID,
            TRANSFER_LOAD_PART.GENERATION_YEAR,
            TRANSFER_LOAD_PART.ORIGIN_KG)
        .from(TRANSFER_LOAD_PART)
        .where(TRANSFER_LOAD_PART.LOAD_ID.in(loads))
        .orderBy(TRANSFER_LOAD_PART.LOAD_ID, TRANSFER_LOAD_PART.GENERATION_YEAR)
        .forEach(row ->
            origins
                .computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>())
                .put((int) row.value2(), row.value3()));
    return origins;
  }

  /// How the load divided over generation years when it left, oldest first.
  SequencedMap<Integer, Long> originByYear(Id load) {
    SequencedMap<Integer, Long> years = new LinkedHashMap<>();
    sql.select(TRANSFER_LOAD_PART.GENERATION_YEAR, TRANSFER_LOAD_PART.ORIGIN_KG)
        .from(TRANSFER_LOAD_PART)
        .where(TRANSFER_LOAD_PART.LOAD_ID.eq(load))
        .orderBy(TRANSFER_LOAD_PART.GENERATION_YEAR)
        .forEach(row -> years.put((int) row.value1(), row.value2()));
    return years;
  }

  /// The next number of the year. The caller holds the head of the ledger, so nobody else takes it.
  long nextNumber(int year) {
    Condition thatYear = TRANSFER_LOAD_NUMBER.CALENDAR_YEAR.eq((short) year);
    int updated =
        sql.update(TRANSFER_LOAD_NUMBER)
            .set(TRANSFER_LOAD_NUMBER.LAST_NUMBER, TRANSFER_LOAD_NUMBER.LAST_NUMBER.plus(1))
            .where(thatYear)
            .execute();
    if (updated == 0) {
      sql.insertInto(TRANSFER_LOAD_NUMBER)
          .set(TRANSFER_LOAD_NUMBER.CALENDAR_YEAR, (short) year)
          .set(TRANSFER_LOAD_NUMBER.LAST_NUMBER, 1L)
          .execute();
    }
    return sql.select(TRANSFER_LOAD_NUMBER.LAST_NUMBER)
        .from(TRANSFER_LOAD_NUMBER)
        .where(thatYear)
        .fetchSingle()
        .value1();
  }

  private static long exact(BigDecimal sum) {
    return sum.longValueExact();
  }
}
