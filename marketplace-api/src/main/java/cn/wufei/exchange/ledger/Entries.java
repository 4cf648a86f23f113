package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.chain.Leaves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows that posting has made and the store is to write.
record Entries(
    List<Leaves.Account> accounts,
    List<Leaves.Transfer> transfers,
    List<Line> lines,
    Map<Id, Balance> balances) {

  Entries() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
  }

  /// A posting and the transfer that it belongs to.
  record Line(Id transferId, Leaves.Posting posting) {}
}
