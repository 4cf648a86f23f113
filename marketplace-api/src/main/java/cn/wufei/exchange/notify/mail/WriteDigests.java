package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/// Writes the daily mails from a set hour of the day in China on. What was told later comes in the
/// next one.
@Singleton
class WriteDigests {

  private static final int MEMBERS_MAX = 200;

  private final AddressStore addresses;
  private final WriteDigest write;
  private final MailSettings settings;
  private final Clock clock;

  WriteDigests(AddressStore addresses, WriteDigest write, MailSettings settings, Clock clock) {
    this.addresses = addresses;
    this.write = write;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelay = "${wufei.mail.digest-every:1m}",
      initialDelay = "${wufei.mail.digest-every:1m}")
  void run() {
    Instant now = Instant.now(clock);
    if (settings.isOn() && now.atZone(LocalCalendar.ZONE).getHour() >= settings.digestHour()) {
      LocalDate today = LocalCalendar.dayOf(now);
      addresses.awaitingDigest(today, MEMBERS_MAX).forEach(member -> write.handle(member, today));
    }
  }
}
