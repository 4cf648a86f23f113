package cn.wufei.exchange.sample;

import static cn.wufei.exchange.db.Tables.SAMPLE_STEP;

import cn.wufei.exchange.db.tables.records.SampleStepRecord;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// The steps of courses as rows, which are only inserted.
@Singleton
@Connectable
class SampleStepStore {

  private final DSLContext sql;

  SampleStepStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(SampleStep step) {
    Side side = step.side();
    sql.insertInto(SAMPLE_STEP)
        .set(SAMPLE_STEP.REQUEST_ID, step.requestId())
        .set(SAMPLE_STEP.LINE, (short) step.line())
        .set(SAMPLE_STEP.ACT, step.act().code())
        .set(SAMPLE_STEP.SIDE, side == null ? null : side.code())
        .set(SAMPLE_STEP.MEMBER_ID, step.memberId())
        .set(SAMPLE_STEP.DAY, step.day())
        .set(SAMPLE_STEP.WORDS, step.words())
        .set(SAMPLE_STEP.TAKEN_AT, step.at())
        .execute();
  }

  /// Those of some requests, each in their order; the courses newest first.
  List<SampleStep> of(Collection<Id> requests) {
    return requests.isEmpty()
        ? List.of()
        : sql.selectFrom(SAMPLE_STEP)
            .where(SAMPLE_STEP.REQUEST_ID.in(requests))
            .orderBy(SAMPLE_STEP.REQUEST_ID.desc(), SAMPLE_STEP.LINE)
            .fetch(SampleStepStore::step);
  }

  private static SampleStep step(SampleStepRecord row) {
    return new SampleStep(
        row.getRequestId(),
        row.getLine(),
        SampleAct.ofCode(row.getAct()),
        row.getSide() == null ? null : Side.ofCode(row.getSide()),
        row.getMemberId(),
        row.getDay(),
        row.getWords(),
        row.getTakenAt());
  }
}
