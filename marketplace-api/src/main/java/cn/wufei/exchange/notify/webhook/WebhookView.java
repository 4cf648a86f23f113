package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A webhook as its firm's administrators see it. The secret is not in it and cannot be asked for.
///
/// @param kinds of notices that it is sent; absent when it is sent all
/// @param state `active` or `paused`
/// @param pauseReason `asked`, `failures` or `suspended`
/// @param failuresInRow failed attempts since the last that did not fail
/// @param previousSecretUntil until when the secret before signs too
/// @param waiting messages that wait to be sent or for the webhook to go on
/// @param failed messages that no attempt has delivered
@Serdeable
@Schema(name = "Webhook")
record WebhookView(
    Id id,
    String name,
    String url,
    @Nullable List<String> kinds,
    String state,
    @Nullable String pauseReason,
    int failuresInRow,
    @Nullable Instant failingSince,
    @Nullable Instant previousSecretUntil,
    int waiting,
    int failed,
    String createdBy,
    Instant createdAt,
    long version) {

  /// A webhook with its secret, which is said this once.
  @Serdeable
  @Schema(name = "WebhookWithSecret")
  record WithSecret(WebhookView webhook, String secret) {

    /// Never shows the secret.
    @Override
    public String toString() {
      return "WithSecret[" + webhook.id() + "]";
    }
  }
}
