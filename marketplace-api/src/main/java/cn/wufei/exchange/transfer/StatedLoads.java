package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.WritesSql;
import org.jooq.Condition;
import org.jooq.Field;

/// What statements have taken up, as conditions on loads: a pair has many loads and few open ones,
/// so they are left out where loads are read.
@WritesSql(because = "settlement, which has the tables, narrows what this feature reads")
public interface StatedLoads {

  /// Holds for a load that is on no statement that counts: neither on an agreed nor on an open one.
  Condition onNone(Field<Id> load);

  /// Holds for a load that is on no agreed statement.
  Condition onNoneAgreed(Field<Id> load);
}
