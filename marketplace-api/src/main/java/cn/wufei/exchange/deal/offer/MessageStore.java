package cn.wufei.exchange.deal.offer;

import static cn.wufei.exchange.db.Tables.DEAL_MESSAGE;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// Messages as rows.
@Singleton
@Connectable
class MessageStore {

  private final DSLContext sql;

  MessageStore(DSLContext sql) {
    this.sql = sql;
  }

  record Row(Id id, Id offerId, Side side, Id memberId, String text, Instant sentAt) {}

  void insert(Row message) {
    sql.insertInto(DEAL_MESSAGE)
        .set(DEAL_MESSAGE.ID, message.id())
        .set(DEAL_MESSAGE.OFFER_ID, message.offerId())
        .set(DEAL_MESSAGE.SIDE, message.side().code())
        .set(DEAL_MESSAGE.MEMBER_ID, message.memberId())
        .set(DEAL_MESSAGE.WORDS, message.text())
        .set(DEAL_MESSAGE.SENT_AT, message.sentAt())
        .execute();
  }

  int count(Id offer) {
    return sql.fetchCount(DEAL_MESSAGE, DEAL_MESSAGE.OFFER_ID.eq(offer));
  }

  /// Oldest first.
  List<Row> of(Collection<Id> offers) {
    return sql.selectFrom(DEAL_MESSAGE)
        .where(DEAL_MESSAGE.OFFER_ID.in(offers))
        .orderBy(DEAL_MESSAGE.ID)
        .fetch(row ->
            new Row(
                row.getId(),
                row.getOfferId(),
                Side.ofCode(row.getSide()),
                row.getMemberId(),
                row.getWords(),
                row.getSentAt()));
  }
}
