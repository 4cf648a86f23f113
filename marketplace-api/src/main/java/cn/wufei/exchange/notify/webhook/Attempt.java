package cn.wufei.exchange.notify.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of sending a message once.
///
/// @param tookMs milliseconds until the answer or the failure
/// @param answerStatus of HTTP, where there was an answer
/// @param failure null when the receiver took the message
/// @param answer the beginning of the answer's body, at most [WebhookClient#ANSWER_BYTES_MAX] bytes
record Attempt(
    Instant startedAt,
    int tookMs,
    @Nullable Integer answerStatus,
    @Nullable Failure failure,
    @Nullable String answer) {

  boolean isTaken() {
    return failure == null;
  }
}
