package cn.wufei.exchange.notify.mail;

import static cn.wufei.exchange.db.Tables.NOTIFY_ADDRESS;
import static cn.wufei.exchange.db.Tables.NOTIFY_HEAD;
import static cn.wufei.exchange.db.Tables.NOTIFY_PREFERENCE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NoticeTopic;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Addresses of members, and what they want mail of.
@Singleton
@Connectable
class AddressStore {

  private final DSLContext sql;

  AddressStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable Row find(Id member) {
    return sql.selectFrom(NOTIFY_ADDRESS)
        .where(NOTIFY_ADDRESS.MEMBER_ID.eq(member))
        .fetchOne(AddressStore::row);
  }

  /// The address, held until the transaction ends.
  @Nullable Row lock(Id member) {
    return sql.selectFrom(NOTIFY_ADDRESS)
        .where(NOTIFY_ADDRESS.MEMBER_ID.eq(member))
        .forUpdate()
        .fetchOne(AddressStore::row);
  }

  /// Writes down an address that is not confirmed, in the place of another one.
  void put(Caller caller, String address, MailLanguage language, Code code) {
    Instant sentAt = code.sentAt();
    sql.deleteFrom(NOTIFY_ADDRESS).where(NOTIFY_ADDRESS.MEMBER_ID.eq(caller.memberId())).execute();
    sql.insertInto(NOTIFY_ADDRESS)
        .set(NOTIFY_ADDRESS.MEMBER_ID, caller.memberId())
        .set(NOTIFY_ADDRESS.ORGANISATION_ID, caller.organisationId())
        .set(NOTIFY_ADDRESS.ADDRESS, address)
        .set(NOTIFY_ADDRESS.LANGUAGE, language.code())
        .set(NOTIFY_ADDRESS.CODE_HASH, code.hash())
        .set(NOTIFY_ADDRESS.CODE_EXPIRES_AT, code.expiresAt())
        .set(NOTIFY_ADDRESS.CODE_SENT_AT, sentAt)
        .set(NOTIFY_ADDRESS.DIGEST_TO, headOf(caller.organisationId()))
        .set(NOTIFY_ADDRESS.DIGEST_DAY, code.day())
        .execute();
  }

  void confirm(Id member, Instant now) {
    sql.update(NOTIFY_ADDRESS)
        .set(NOTIFY_ADDRESS.CONFIRMED_AT, now)
        .setNull(NOTIFY_ADDRESS.CODE_HASH)
        .setNull(NOTIFY_ADDRESS.CODE_EXPIRES_AT)
        .where(NOTIFY_ADDRESS.MEMBER_ID.eq(member))
        .execute();
  }

  /// Leaves when the last code was sent, so that nobody who forgets an address again and again has
  /// codes sent all the time.
  void forget(Id member) {
    sql.update(NOTIFY_ADDRESS)
        .set(NOTIFY_ADDRESS.ADDRESS, "")
        .setNull(NOTIFY_ADDRESS.CONFIRMED_AT)
        .setNull(NOTIFY_ADDRESS.CODE_HASH)
        .setNull(NOTIFY_ADDRESS.CODE_EXPIRES_AT)
        .where(NOTIFY_ADDRESS.MEMBER_ID.eq(member))
        .execute();
  }

  Map<NoticeTopic, MailWhen> preferences(Id member) {
    Map<NoticeTopic, MailWhen> found = new EnumMap<>(NoticeTopic.class);
    sql.select(NOTIFY_PREFERENCE.TOPIC, NOTIFY_PREFERENCE.MAIL)
        .from(NOTIFY_PREFERENCE)
        .where(NOTIFY_PREFERENCE.MEMBER_ID.eq(member))
        .forEach(row -> found.put(NoticeTopic.ofCode(row.value1()), MailWhen.ofCode(row.value2())));
    return found;
  }

  /// Says anew what a member wants.
  void prefer(Caller caller, Map<NoticeTopic, MailWhen> wanted) {
    sql.deleteFrom(NOTIFY_PREFERENCE)
        .where(NOTIFY_PREFERENCE.MEMBER_ID.eq(caller.memberId()))
        .execute();
    wanted.forEach((topic, mail) -> {
      if (mail != MailWhen.NEVER) {
        sql.insertInto(NOTIFY_PREFERENCE)
            .set(NOTIFY_PREFERENCE.MEMBER_ID, caller.memberId())
            .set(NOTIFY_PREFERENCE.TOPIC, topic.code())
            .set(NOTIFY_PREFERENCE.MAIL, mail.code())
            .execute();
      }
    });
  }

  void setDigested(Id member, long to, LocalDate day) {
    sql.update(NOTIFY_ADDRESS)
        .set(NOTIFY_ADDRESS.DIGEST_TO, to)
        .set(NOTIFY_ADDRESS.DIGEST_DAY, day)
        .where(NOTIFY_ADDRESS.MEMBER_ID.eq(member))
        .execute();
  }

  /// Confirmed addresses of members of that organisation who want mail at once of that topic.
  List<Row> wantingAtOnce(Id organisation, NoticeTopic topic) {
    return sql.selectFrom(NOTIFY_ADDRESS)
        .where(NOTIFY_ADDRESS.ORGANISATION_ID.eq(organisation))
        .and(NOTIFY_ADDRESS.CONFIRMED_AT.isNotNull())
        .and(
            exists(
                selectOne()
                    .from(NOTIFY_PREFERENCE)
                    .where(NOTIFY_PREFERENCE.MEMBER_ID.eq(NOTIFY_ADDRESS.MEMBER_ID))
                    .and(NOTIFY_PREFERENCE.TOPIC.eq(topic.code()))
                    .and(NOTIFY_PREFERENCE.MAIL.eq(MailWhen.AT_ONCE.code()))))
        .fetch(AddressStore::row);
  }

  /// Members whose daily mail of that day is still to be written, a few.
  List<Id> awaitingDigest(LocalDate day, int limit) {
    return sql.select(NOTIFY_ADDRESS.MEMBER_ID)
        .from(NOTIFY_ADDRESS)
        .where(NOTIFY_ADDRESS.DIGEST_DAY.lt(day))
        .and(NOTIFY_ADDRESS.CONFIRMED_AT.isNotNull())
        .and(
            exists(
                selectOne()
                    .from(NOTIFY_PREFERENCE)
                    .where(NOTIFY_PREFERENCE.MEMBER_ID.eq(NOTIFY_ADDRESS.MEMBER_ID))
                    .and(NOTIFY_PREFERENCE.MAIL.eq(MailWhen.DAILY.code()))))
        .orderBy(NOTIFY_ADDRESS.DIGEST_DAY)
        .limit(limit)
        .fetch(NOTIFY_ADDRESS.MEMBER_ID);
  }

  /// The number of the organisation's last notice.
  long headOf(Id organisation) {
    Long head =
        sql.select(NOTIFY_HEAD.LAST_NUMBER)
            .from(NOTIFY_HEAD)
            .where(NOTIFY_HEAD.ORGANISATION_ID.eq(organisation))
            .fetchOne(NOTIFY_HEAD.LAST_NUMBER);
    return head == null ? 0 : head;
  }

  private static Row row(Record row) {
    return new Row(
        row.get(NOTIFY_ADDRESS.MEMBER_ID),
        row.get(NOTIFY_ADDRESS.ORGANISATION_ID),
        row.get(NOTIFY_ADDRESS.ADDRESS),
        MailLanguage.ofCode(row.get(NOTIFY_ADDRESS.LANGUAGE)),
        row.get(NOTIFY_ADDRESS.CONFIRMED_AT),
        row.get(NOTIFY_ADDRESS.CODE_HASH),
        row.get(NOTIFY_ADDRESS.CODE_EXPIRES_AT),
        row.get(NOTIFY_ADDRESS.CODE_SENT_AT),
        row.get(NOTIFY_ADDRESS.DIGEST_TO),
        row.get(NOTIFY_ADDRESS.DIGEST_DAY));
  }

  /// @param address empty once it was forgotten
  /// @param codeHash of the code that was mailed; null once the address is confirmed
  /// @param digestTo the number of the last notice that daily mails have dealt with
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      Id memberId,
      Id organisationId,
      String address,
      MailLanguage language,
      @Nullable Instant confirmedAt,
      byte @Nullable [] codeHash,
      @Nullable Instant codeExpiresAt,
      @Nullable Instant codeSentAt,
      long digestTo,
      LocalDate digestDay) {

    boolean isForgotten() {
      return address.isEmpty();
    }
  }

  /// A code as it is kept.
  ///
  /// @param day on which it was sent, in China
  @SuppressWarnings("ArrayRecordComponent")
  record Code(byte[] hash, Instant sentAt, Instant expiresAt, LocalDate day) {}
}
