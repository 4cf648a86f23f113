package cn.wufei.exchange.notify;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends notices. Whoever is at the page sees them within a second or so; all find them in their
/// list for ninety days.
@Singleton
public class Notices {

  private final NoticeStore store;
  private final List<NoticeOutlet> outlets;
  private final ObjectMapper json;
  private final Clock clock;

  Notices(NoticeStore store, List<NoticeOutlet> outlets, ObjectMapper json, Clock clock) {
    this.store = store;
    this.outlets = outlets;
    this.json = json;
    this.clock = clock;
  }

  /// Tells what happens in the present transaction, or nothing when it does not commit. Call it
  /// once and late in the transaction: from then on others who tell the same organisations wait for
  /// its end. Organisations are locked in one order, so that two who tell the same ones do not lock
  /// each other out.
  public void send(List<NewNotice> notices) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    notices.stream()
        .sorted(Comparator.comparing(NewNotice::organisationId))
        .forEach(notice -> send(notice, now));
  }

  private void send(NewNotice notice, Instant now) {
    long last = store.lockHead(notice.organisationId());
    if (!store.wasTold(notice.organisationId(), notice.kind(), notice.event())) {
      Map<String, String> subjects = new LinkedHashMap<>();
      notice.subjects().forEach((kind, id) -> subjects.put(kind, id.toString()));
      store.insert(notice, last + 1, jsonOf(subjects), jsonOf(notice.facts()), now);
      var told =
          new ToldNotice(
              notice.organisationId(), last + 1, notice.kind(), subjects, notice.facts(), now);
      outlets.forEach(outlet -> outlet.take(told));
    }
  }

  private String jsonOf(Map<String, ?> values) {
    try {
      return json.writeValueAsString(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
