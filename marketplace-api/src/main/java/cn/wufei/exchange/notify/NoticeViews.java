package cn.wufei.exchange.notify;

import static cn.wufei.exchange.db.Tables.NOTIFY_HEAD;
import static cn.wufei.exchange.db.Tables.NOTIFY_NOTICE;
import static cn.wufei.exchange.db.Tables.NOTIFY_READER;
import static cn.wufei.exchange.db.Tables.NOTIFY_READING;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import cn.wufei.exchange.db.tables.records.NotifyNoticeRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.core.type.Argument;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Reads notices, each organisation its own.
@Singleton
@Connectable
class NoticeViews {

  /// More than that nobody counts.
  static final int UNREAD_MAX = 100;

  private static final Argument<Map<String, String>> SUBJECTS =
      Argument.mapOf(String.class, String.class);
  private static final Argument<Map<String, Object>> FACTS =
      Argument.mapOf(String.class, Object.class);

  private final DSLContext sql;
  private final ObjectMapper json;

  NoticeViews(DSLContext sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// The notices of the caller's organisation, newest first.
  ///
  /// @param before the number of the last notice of the page before
  NoticeList page(Caller caller, boolean unreadOnly, @Nullable Long before, int limit) {
    long readTo = readTo(caller);
    Page<NotifyNoticeRecord> page =
        Page.ofSurplus(
            sql.selectFrom(NOTIFY_NOTICE)
                .where(NOTIFY_NOTICE.ORGANISATION_ID.eq(caller.organisationId()))
                .and(before == null ? noCondition() : NOTIFY_NOTICE.NUMBER.lt(before))
                .and(unreadOnly ? unreadBy(caller, readTo) : noCondition())
                .orderBy(NOTIFY_NOTICE.NUMBER.desc())
                .limit(limit + 1)
                .fetch(),
            limit,
            notice -> Long.toString(notice.getNumber()));
    Set<Long> read = readBeyond(caller, readTo, page.items());
    return new NoticeList(
        page.items().stream()
            .map(notice ->
                of(notice, notice.getNumber() <= readTo || read.contains(notice.getNumber())))
            .toList(),
        page.next(),
        unread(caller, readTo));
  }

  /// The notices of an organisation after that number, oldest first.
  List<Notice> after(Id organisation, long number, int limit) {
    return sql.selectFrom(NOTIFY_NOTICE)
        .where(NOTIFY_NOTICE.ORGANISATION_ID.eq(organisation))
        .and(NOTIFY_NOTICE.NUMBER.gt(number))
        .orderBy(NOTIFY_NOTICE.NUMBER)
        .limit(limit)
        .fetch(notice -> of(notice, false));
  }

  /// The number of each organisation's last notice; those without a notice are left out.
  Map<Id, Long> heads(Collection<Id> organisations) {
    return sql.select(NOTIFY_HEAD.ORGANISATION_ID, NOTIFY_HEAD.LAST_NUMBER)
        .from(NOTIFY_HEAD)
        .where(NOTIFY_HEAD.ORGANISATION_ID.in(organisations))
        .fetchMap(NOTIFY_HEAD.ORGANISATION_ID, NOTIFY_HEAD.LAST_NUMBER);
  }

  /// How many notices the member has not read.
  int unread(Caller caller) {
    return unread(caller, readTo(caller));
  }

  private long readTo(Caller caller) {
    Long readTo =
        sql.select(NOTIFY_READER.READ_TO)
            .from(NOTIFY_READER)
            .where(NOTIFY_READER.MEMBER_ID.eq(caller.memberId()))
            .and(NOTIFY_READER.ORGANISATION_ID.eq(caller.organisationId()))
            .fetchOne(NOTIFY_READER.READ_TO);
    return readTo == null ? 0 : readTo;
  }

  private Set<Long> readBeyond(Caller caller, long readTo, List<NotifyNoticeRecord> notices) {
    return new HashSet<>(
        sql.select(NOTIFY_READING.NUMBER)
            .from(NOTIFY_READING)
            .where(NOTIFY_READING.ORGANISATION_ID.eq(caller.organisationId()))
            .and(NOTIFY_READING.MEMBER_ID.eq(caller.memberId()))
            .and(NOTIFY_READING.NUMBER.gt(readTo))
            .and(
                NOTIFY_READING.NUMBER.in(
                    notices.stream().map(NotifyNoticeRecord::getNumber).toList()))
            .fetch(NOTIFY_READING.NUMBER));
  }

  private int unread(Caller caller, long readTo) {
    return sql.fetchCount(
        selectOne()
            .from(NOTIFY_NOTICE)
            .where(NOTIFY_NOTICE.ORGANISATION_ID.eq(caller.organisationId()))
            .and(unreadBy(caller, readTo))
            .limit(UNREAD_MAX));
  }

  private static Condition unreadBy(Caller caller, long readTo) {
    return NOTIFY_NOTICE
        .NUMBER
        .gt(readTo)
        .and(
            notExists(
                selectOne()
                    .from(NOTIFY_READING)
                    .where(NOTIFY_READING.ORGANISATION_ID.eq(NOTIFY_NOTICE.ORGANISATION_ID))
                    .and(NOTIFY_READING.NUMBER.eq(NOTIFY_NOTICE.NUMBER))
                    .and(NOTIFY_READING.MEMBER_ID.eq(caller.memberId()))));
  }

  private Notice of(NotifyNoticeRecord notice, boolean read) {
    return new Notice(
        notice.getNumber(),
        notice.getKind(),
        parsed(notice.getSubjects(), SUBJECTS),
        parsed(notice.getFacts(), FACTS),
        notice.getSentAt(),
        read);
  }

  private <T> T parsed(String text, Argument<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
