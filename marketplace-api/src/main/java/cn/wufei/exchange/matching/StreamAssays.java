package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/// When laboratories last looked at what streams delivered; what they found in the streams
/// themselves is known to [cn.wufei.exchange.stream.quality.QualityReports]. Settlements come after
/// matches in the chain, so the feature that makes them answers this for the one that asks.
public interface StreamAssays {

  /// The day of the last sample that counts; streams without any are absent.
  Map<Id, LocalDate> lastSampledOn(Collection<Id> streams);
}
