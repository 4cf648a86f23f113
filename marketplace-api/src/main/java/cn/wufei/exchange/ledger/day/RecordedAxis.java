package cn.wufei.exchange.ledger.day;

import static cn.wufei.exchange.db.Tables.LEDGER_BLOCK;
import static cn.wufei.exchange.db.Tables.LEDGER_HEAD;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;

/// Says which posting was the last one recorded at a moment.
@Singleton
@Connectable
@WritesSql(because = "it answers one question of the ledger and is named for it")
public class RecordedAxis {

  private static final Id HEAD = Id.of(1);
  private static final long FIRST_BLOCK = 1;

  private final DSLContext sql;

  RecordedAxis(DSLContext sql) {
    this.sql = sql;
  }

  /// The number of the last posting that was recorded until then, the moment included; zero when
  /// there was none.
  public long lastPostingAt(Instant moment) {
    Instant exact = moment.truncatedTo(ChronoUnit.MICROS);
    Long sealed =
        sql.select(LEDGER_BLOCK.LAST_POSTING)
            .from(LEDGER_BLOCK)
            .where(LEDGER_BLOCK.RECORDED_AT.le(exact))
            .orderBy(LEDGER_BLOCK.RECORDED_AT.desc())
            .limit(1)
            .fetchOne(LEDGER_BLOCK.LAST_POSTING);
    return sealed == null ? beforeTheFirstBlock(exact) : sealed;
  }

  /// The last posting recorded before a moment.
  public long lastPostingBefore(Instant moment) {
    return lastPostingAt(moment.truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.MICROS));
  }

  /// The last posting that is recorded.
  public long lastPosting() {
    return sql.select(LEDGER_HEAD.LAST_POSTING)
        .from(LEDGER_HEAD)
        .where(LEDGER_HEAD.ID.eq(HEAD))
        .fetchSingle()
        .value1();
  }

  /// The first block also seals what was recorded before there were blocks, each transfer with a
  /// time of its own. They grow with the numbers of the postings, which have no gap.
  private long beforeTheFirstBlock(Instant moment) {
    long low = 0;
    long high = lastOfTheFirstBlock();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (recordedAt(middle).isAfter(moment)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private long lastOfTheFirstBlock() {
    Long last =
        sql.select(LEDGER_BLOCK.LAST_POSTING)
            .from(LEDGER_BLOCK)
            .where(LEDGER_BLOCK.BLOCK_NUMBER.eq(FIRST_BLOCK))
            .fetchOne(LEDGER_BLOCK.LAST_POSTING);
    return last == null ? lastPosting() : last;
  }

  private Instant recordedAt(long posting) {
    return sql.select(LEDGER_TRANSFER.RECORDED_AT)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .where(LEDGER_POSTING.ID.eq(Id.of(posting)))
        .fetchSingle()
        .value1();
  }
}
