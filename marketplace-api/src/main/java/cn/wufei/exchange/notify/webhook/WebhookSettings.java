package cn.wufei.exchange.notify.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How messages to webhooks are sent and kept.
///
/// @param privateAddresses whether addresses of this machine and of private networks may be called,
///   and `http` on this machine; only for trying things out
/// @param connectTimeout the longest wait for a connection
/// @param timeout the longest that one attempt may take in all
/// @param lease for how long a message that is being sent is left alone by others; longer than
///   `timeout`, and after a crash the wait until it is sent again
/// @param atOnce most attempts of one instance at the same time
/// @param atOncePerWebhook of them, most to one webhook
/// @param failuresMax after how many failed attempts in a row a webhook is paused
/// @param failingFor for how long it must have failed by then
/// @param overlap for how long the secret before signs too
/// @param keep how long a message and its history are kept
@ConfigurationProperties("wufei.webhook")
record WebhookSettings(
    @Bindable(defaultValue = "false") boolean privateAddresses,
    @Bindable(defaultValue = "3s") Duration connectTimeout,
    @Bindable(defaultValue = "10s") Duration timeout,
    @Bindable(defaultValue = "60s") Duration lease,
    @Bindable(defaultValue = "32") int atOnce,
    @Bindable(defaultValue = "4") int atOncePerWebhook,
    @Bindable(defaultValue = "20") int failuresMax,
    @Bindable(defaultValue = "1h") Duration failingFor,
    @Bindable(defaultValue = "1d") Duration overlap,
    @Bindable(defaultValue = "30d") Duration keep) {

  WebhookSettings {
    if (lease.compareTo(timeout.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "wufei.webhook.lease is at least twice as long as wufei.webhook.timeout");
    }
  }
}
