package planted.stream;

import cn.wufei.exchange.db.Tables;
import org.jooq.DSLContext;

/// A class that is neither store nor view, and reads another feature's table.
record StreamThatQueries(DSLContext sql) {

  int accounts() {
    return sql.fetchCount(Tables.LEDGER_ACCOUNT);
  }
}
