package cn.wufei.exchange.notify.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Counts of mails. The store is asked for late: the connection pool is measured too, so its maker
/// needs the meters first.
@Singleton
class MailMetrics implements MeterBinder {

  private final Provider<MailStore> store;
  private @Nullable Counter sent;
  private @Nullable Counter putOff;
  private @Nullable Counter givenUp;

  MailMetrics(Provider<MailStore> store) {
    this.store = store;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("wufei.mail.waiting", store, mails -> mails.get().countWaiting())
        .description("Mails that wait to be sent")
        .register(registry);
    sent = counter(registry, "sent");
    putOff = counter(registry, "put-off");
    givenUp = counter(registry, "given-up");
  }

  void sent() {
    increment(sent);
  }

  void putOff() {
    increment(putOff);
  }

  void givenUp() {
    increment(givenUp);
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("wufei.mail.attempts")
        .tag("result", result)
        .description("Attempts to give a mail to the server")
        .register(registry);
  }

  private static void increment(@Nullable Counter counter) {
    if (counter != null) {
      counter.increment();
    }
  }
}
