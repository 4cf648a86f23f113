package cn.wufei.exchange.notify;

import static cn.wufei.exchange.db.Tables.NOTIFY_HEAD;
import static cn.wufei.exchange.db.Tables.NOTIFY_NOTICE;
import static cn.wufei.exchange.db.Tables.NOTIFY_READER;
import static cn.wufei.exchange.db.Tables.NOTIFY_READING;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.row;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

@Singleton
class NoticeStore {

  private final DSLContext sql;

  NoticeStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The number of the organisation's last notice. Its head is held until the transaction ends, so
  /// that numbers are committed in their order.
  long lockHead(Id organisation) {
    sql.insertInto(NOTIFY_HEAD)
        .set(NOTIFY_HEAD.ORGANISATION_ID, organisation)
        .set(NOTIFY_HEAD.LAST_NUMBER, 0L)
        .onDuplicateKeyUpdate()
        .set(NOTIFY_HEAD.LAST_NUMBER, NOTIFY_HEAD.LAST_NUMBER)
        .execute();
    return Objects.requireNonNull(
        sql.select(NOTIFY_HEAD.LAST_NUMBER)
            .from(NOTIFY_HEAD)
            .where(NOTIFY_HEAD.ORGANISATION_ID.eq(organisation))
            .forUpdate()
            .fetchOne(NOTIFY_HEAD.LAST_NUMBER));
  }

  boolean wasTold(Id organisation, String kind, String event) {
    return sql.fetchExists(
        NOTIFY_NOTICE,
        NOTIFY_NOTICE
            .ORGANISATION_ID
            .eq(organisation)
            .and(NOTIFY_NOTICE.KIND.eq(kind))
            .and(NOTIFY_NOTICE.EVENT.eq(event)));
  }

  void insert(NewNotice notice, long number, String subjects, String facts, Instant now) {
    sql.insertInto(NOTIFY_NOTICE)
        .set(NOTIFY_NOTICE.ORGANISATION_ID, notice.organisationId())
        .set(NOTIFY_NOTICE.NUMBER, number)
        .set(NOTIFY_NOTICE.KIND, notice.kind())
        .set(NOTIFY_NOTICE.EVENT, notice.event())
        .set(NOTIFY_NOTICE.SUBJECTS, subjects)
        .set(NOTIFY_NOTICE.FACTS, facts)
        .set(NOTIFY_NOTICE.SENT_AT, now)
        .execute();
    sql.update(NOTIFY_HEAD)
        .set(NOTIFY_HEAD.LAST_NUMBER, number)
        .where(NOTIFY_HEAD.ORGANISATION_ID.eq(notice.organisationId()))
        .execute();
  }

  /// Whether there is such a notice of the caller's organisation.
  boolean isThere(Caller caller, long number) {
    return sql.fetchExists(
        NOTIFY_NOTICE,
        NOTIFY_NOTICE
            .ORGANISATION_ID
            .eq(caller.organisationId())
            .and(NOTIFY_NOTICE.NUMBER.eq(number)));
  }

  void markRead(Caller caller, long number) {
    sql.insertInto(NOTIFY_READING)
        .set(NOTIFY_READING.ORGANISATION_ID, caller.organisationId())
        .set(NOTIFY_READING.NUMBER, number)
        .set(NOTIFY_READING.MEMBER_ID, caller.memberId())
        .onDuplicateKeyUpdate()
        .set(NOTIFY_READING.NUMBER, NOTIFY_READING.NUMBER)
        .execute();
  }

  void markReadTo(Caller caller, long number) {
    sql.insertInto(NOTIFY_READER)
        .set(NOTIFY_READER.MEMBER_ID, caller.memberId())
        .set(NOTIFY_READER.ORGANISATION_ID, caller.organisationId())
        .set(NOTIFY_READER.READ_TO, number)
        .onDuplicateKeyUpdate()
        .set(
            NOTIFY_READER.READ_TO, greatest(NOTIFY_READER.READ_TO, excluded(NOTIFY_READER.READ_TO)))
        .execute();
  }

  /// Deletes the oldest notices sent before, at most so many, with what was read of them.
  int deleteSentBefore(Instant before, int limit) {
    var old =
        sql.select(NOTIFY_NOTICE.ORGANISATION_ID, NOTIFY_NOTICE.NUMBER)
            .from(NOTIFY_NOTICE)
            .where(NOTIFY_NOTICE.SENT_AT.lt(before))
            .orderBy(NOTIFY_NOTICE.SENT_AT)
            .limit(limit)
            .fetch(found -> row(found.value1(), found.value2()));
    if (old.isEmpty()) {
      return 0;
    }
    sql.deleteFrom(NOTIFY_READING)
        .where(row(NOTIFY_READING.ORGANISATION_ID, NOTIFY_READING.NUMBER).in(List.copyOf(old)))
        .execute();
    return sql.deleteFrom(NOTIFY_NOTICE)
        .where(row(NOTIFY_NOTICE.ORGANISATION_ID, NOTIFY_NOTICE.NUMBER).in(List.copyOf(old)))
        .execute();
  }
}
