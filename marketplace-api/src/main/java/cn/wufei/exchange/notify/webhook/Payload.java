package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of a message. It is made once, so that a message sent again is the same to the byte.
@Singleton
class Payload {

  private final ObjectMapper json;

  Payload(ObjectMapper json) {
    this.json = json;
  }

  /// @param id the same however often the message is sent; the receiver knows by it what it has
  ///   dealt with
  String of(Id id, Id organisation, Told told) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id.toString());
    body.put("kind", told.kind());
    if (told.number() != null) {
      body.put("number", told.number());
    }
    body.put("sentAt", told.sentAt().toString());
    body.put("organisation", organisation.toString());
    body.put("subjects", told.subjects());
    body.put("facts", told.facts());
    try {
      return json.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param number of the notice in the organisation's list, or null for a test
  record Told(
      String kind,
      @Nullable Long number,
      Instant sentAt,
      Map<String, String> subjects,
      Map<String, Object> facts) {}
}
