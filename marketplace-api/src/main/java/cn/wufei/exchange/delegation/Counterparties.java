package cn.wufei.exchange.delegation;

import cn.wufei.exchange.kernel.DelegatedActs;
import cn.wufei.exchange.kernel.Id;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who stands in the matter that an act is about, as the rows of the present transaction say.
public interface Counterparties {

  /// The firms of the matter, that of the actor among them or not; none where it concerns one firm
  /// alone, nothing where nobody knows.
  @Nullable Set<Id> of(DelegatedActs.Act act);
}
