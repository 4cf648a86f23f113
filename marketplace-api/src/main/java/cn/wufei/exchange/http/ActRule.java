package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.DelegatedActs;
import cn.wufei.exchange.kernel.Outcome;
import java.util.List;

/// What has to hold of acts that are done for another firm. Asked at the end of each write in which
/// there are some, in its transaction; a refusal rolls the write back.
public interface ActRule {

  Outcome<List<DelegatedActs.Act>> check(List<DelegatedActs.Act> acts);
}
