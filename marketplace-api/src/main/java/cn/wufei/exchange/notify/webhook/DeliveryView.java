package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message to a webhook.
///
/// @param kind of the notice, or `test`
/// @param number of the notice in the organisation's list; absent for a test
/// @param status `waiting`, `held` while the webhook is paused, `sent`, `failed` or `dropped`
/// @param attempts how often it has been taken up
/// @param dueAt when it is sent next
/// @param answerStatus of HTTP, of the last attempt
/// @param failure of the last attempt: `address-refused`, `unknown-host`, `unreachable`, `tls`,
///   `timeout`, `broken`, `redirect` or `answer`
@Serdeable
@Schema(name = "WebhookDelivery")
record DeliveryView(
    Id id,
    String kind,
    @Nullable Long number,
    Instant createdAt,
    String status,
    int attempts,
    @Nullable Instant dueAt,
    @Nullable Instant lastAttemptAt,
    @Nullable Integer answerStatus,
    @Nullable String failure) {

  /// With all that there is to know of it.
  ///
  /// @param body as it is sent
  /// @param history the attempts of which the outcome is known, the newest first, at most a hundred
  @Serdeable
  @Schema(name = "WebhookDeliveryDetail")
  record Detail(DeliveryView delivery, String body, List<Try> history) {

    Detail {
      history = List.copyOf(history);
    }
  }

  /// One attempt.
  ///
  /// @param answer the beginning of the answer's body, at most 1 kB
  @Serdeable
  @Schema(name = "WebhookAttempt")
  record Try(
      int number,
      Instant startedAt,
      int tookMs,
      @Nullable Integer answerStatus,
      @Nullable String failure,
      @Nullable String answer) {}
}
