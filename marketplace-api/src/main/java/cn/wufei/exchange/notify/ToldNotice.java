package cn.wufei.exchange.notify;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A notice as it was written.
///
/// @param number counts the organisation's notices
/// @param subjects ids of what it is about, by kind of thing
public record ToldNotice(
    Id organisationId,
    long number,
    String kind,
    Map<String, String> subjects,
    Map<String, Object> facts,
    Instant sentAt) {

  public ToldNotice {
    subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
