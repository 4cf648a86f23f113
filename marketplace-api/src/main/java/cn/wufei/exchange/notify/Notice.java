package cn.wufei.exchange.notify;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/// What an organisation was told.
///
/// @param number counts the organisation's notices; a later one has a higher number
/// @param subjects ids of what it is about, by kind of thing
/// @param read whether the asking member has read it
@Serdeable
@Schema(name = "Notice")
record Notice(
    long number,
    String kind,
    Map<String, String> subjects,
    Map<String, Object> facts,
    Instant sentAt,
    boolean read) {

  Notice {
    subjects = Map.copyOf(subjects);
    facts = Map.copyOf(facts);
  }
}
