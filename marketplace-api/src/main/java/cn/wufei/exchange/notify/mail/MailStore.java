package cn.wufei.exchange.notify.mail;

import static cn.wufei.exchange.db.Tables.NOTIFY_MAIL;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Mails to be sent as rows.
@Singleton
@Connectable
class MailStore {

  static final String WAITING = "waiting";
  static final String SENT = "sent";
  static final String FAILED = "failed";
  static final String DROPPED = "dropped";

  private static final int FAILURE_MAX = 200;

  private final DSLContext sql;

  MailStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(Id member, String address, MailText.Text text, Instant now) {
    sql.insertInto(NOTIFY_MAIL)
        .set(NOTIFY_MAIL.ID, Id.next())
        .set(NOTIFY_MAIL.MEMBER_ID, member)
        .set(NOTIFY_MAIL.ADDRESS, address)
        .set(NOTIFY_MAIL.SUBJECT, text.subject())
        .set(NOTIFY_MAIL.TEXT, text.plain())
        .set(NOTIFY_MAIL.HTML, text.html())
        .set(NOTIFY_MAIL.CREATED_AT, now)
        .set(NOTIFY_MAIL.STATUS, WAITING)
        .set(NOTIFY_MAIL.ATTEMPTS, 0)
        .set(NOTIFY_MAIL.DUE_AT, now)
        .execute();
  }

  /// Takes the mail that has been due for longest and puts its next turn off until then, as
  /// messages to webhooks are taken. Null when none is due.
  @Transactional
  @Nullable Claimed claim(Instant now, Instant until) {
    Claimed due =
        sql.selectFrom(NOTIFY_MAIL)
            .where(NOTIFY_MAIL.DUE_AT.le(now))
            .orderBy(NOTIFY_MAIL.DUE_AT)
            .limit(1)
            .forUpdate()
            .skipLocked()
            .fetchOne(row ->
                new Claimed(
                    row.getId(),
                    row.getMemberId(),
                    row.getAddress(),
                    new MailText.Text(row.getSubject(), row.getText(), row.getHtml()),
                    row.getCreatedAt(),
                    row.getAttempts() + 1,
                    Id.next().value()));
    if (due != null) {
      sql.update(NOTIFY_MAIL)
          .set(NOTIFY_MAIL.DUE_AT, until)
          .set(NOTIFY_MAIL.CLAIM, due.claim())
          .set(NOTIFY_MAIL.ATTEMPTS, due.attempt())
          .where(NOTIFY_MAIL.ID.eq(due.id()))
          .execute();
    }
    return due;
  }

  /// Says that a mail waits again, unless somebody else has taken it meanwhile.
  @Transactional
  void postpone(Claimed claimed, Instant dueAt, String failure) {
    sql.update(NOTIFY_MAIL)
        .set(NOTIFY_MAIL.DUE_AT, dueAt)
        .setNull(NOTIFY_MAIL.CLAIM)
        .set(NOTIFY_MAIL.FAILURE, shortened(failure))
        .where(NOTIFY_MAIL.ID.eq(claimed.id()))
        .and(NOTIFY_MAIL.CLAIM.eq(claimed.claim()))
        .execute();
  }

  /// Says what became of a mail in the end; its text is not needed any more and not kept.
  @Transactional
  void conclude(Claimed claimed, String status, @Nullable String failure) {
    sql.update(NOTIFY_MAIL)
        .set(NOTIFY_MAIL.STATUS, status)
        .setNull(NOTIFY_MAIL.DUE_AT)
        .setNull(NOTIFY_MAIL.CLAIM)
        .set(NOTIFY_MAIL.TEXT, "")
        .set(NOTIFY_MAIL.HTML, "")
        .set(NOTIFY_MAIL.FAILURE, failure == null ? null : shortened(failure))
        .where(NOTIFY_MAIL.ID.eq(claimed.id()))
        .and(NOTIFY_MAIL.CLAIM.eq(claimed.claim()))
        .execute();
  }

  @Transactional
  int deleteCreatedBefore(Instant before, int limit) {
    return sql.deleteFrom(NOTIFY_MAIL)
        .where(NOTIFY_MAIL.CREATED_AT.lt(before))
        .orderBy(NOTIFY_MAIL.CREATED_AT)
        .limit(limit)
        .execute();
  }

  int countWaiting() {
    return sql.fetchCount(NOTIFY_MAIL, NOTIFY_MAIL.DUE_AT.isNotNull());
  }

  private static String shortened(String text) {
    String line = MailText.oneLine(text);
    return line.substring(0, Math.min(FAILURE_MAX, line.length()));
  }

  /// A mail that this instance sends now.
  ///
  /// @param attempt how often it has been taken up, this time included
  record Claimed(
      Id id,
      Id memberId,
      String address,
      MailText.Text text,
      Instant writtenAt,
      int attempt,
      long claim) {}
}
