package cn.wufei.exchange.notify.mail;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the caller is told what the organisation is told. All of it is in the page always.
///
/// @param mailOn whether this exchange sends mail at all
/// @param address absent while the caller has given none
@Serdeable
@Schema(name = "NoticeSettings")
record NoticeSettings(boolean mailOn, @Nullable Address address, List<Topic> topics) {

  NoticeSettings {
    topics = List.copyOf(topics);
  }

  /// @param language `zh-CN` or `en`
  /// @param confirmedAt absent until it is confirmed; nothing but codes is sent to it before
  @Serdeable
  @Schema(name = "MailAddress")
  record Address(String address, String language, @Nullable Instant confirmedAt) {}

  /// @param topic `matches`, `market` (lots and demands), `offers` (and samples), `tenders`,
  ///   `agreements` (contract texts and approvals) or `other`
  /// @param mail `never`, `at-once` or `daily`
  @Serdeable
  @Schema(name = "NoticeTopic")
  record Topic(String topic, String mail) {}
}
