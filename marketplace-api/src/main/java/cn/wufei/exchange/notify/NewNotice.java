package cn.wufei.exchange.notify;

import cn.wufei.exchange.kernel.Id;
import java.util.LinkedHashMap;
import java.util.Map;

/// Something to tell an organisation.
///
/// @param kind kebab-case, such as `matches-new`; the page has words for it
/// @param event names what happened, in at most 100 ASCII characters; the same event is told to the
///   same organisation once, however often it is sent
/// @param subjects what it is about, by kind of thing: `lot`, `demand`
/// @param facts what the words need; nothing that the receiver may not see
public record NewNotice(
    Id organisationId,
    String kind,
    String event,
    Map<String, Id> subjects,
    Map<String, Object> facts) {

  public NewNotice {
    subjects = new LinkedHashMap<>(subjects);
    facts = new LinkedHashMap<>(facts);
  }
}
