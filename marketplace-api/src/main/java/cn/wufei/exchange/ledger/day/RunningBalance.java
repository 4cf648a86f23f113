package cn.wufei.exchange.ledger.day;

import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/// What an account held after a posting: what its last posting until then left.
@Singleton
@Connectable
@WritesSql(because = "it answers one question of the ledger and is named for it")
public class RunningBalance {

  private final DSLContext sql;

  RunningBalance(DSLContext sql) {
    this.sql = sql;
  }

  public long after(Id account, long posting) {
    if (posting == 0) {
      return 0;
    }
    return Stream.of(
            latest(account, LEDGER_POSTING.DEBIT_ACCOUNT_ID, LEDGER_POSTING.DEBIT_AFTER, posting),
            latest(account, LEDGER_POSTING.CREDIT_ACCOUNT_ID, LEDGER_POSTING.CREDIT_AFTER, posting))
        .max(Comparator.comparingLong(Left::posting))
        .orElseThrow()
        .held();
  }

  private Left latest(Id account, Field<Id> side, Field<Long> after, long last) {
    Left found =
        sql.select(LEDGER_POSTING.ID, after)
            .from(LEDGER_POSTING)
            .where(side.eq(account))
            .and(LEDGER_POSTING.ID.le(Id.of(last)))
            .orderBy(LEDGER_POSTING.ID.desc())
            .limit(1)
            .fetchOne(row -> new Left(row.value1().value(), row.value2()));
    return found == null ? Left.NOTHING : found;
  }

  private record Left(long posting, long held) {

    static final Left NOTHING = new Left(0, 0);
  }
}
