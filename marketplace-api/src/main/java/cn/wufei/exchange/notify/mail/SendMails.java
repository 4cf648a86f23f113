package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.identity.Organisations;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, one mail after another. A server that is away is tried again for a day; an
/// address that it refuses is not.
@Singleton
class SendMails {

  private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
  private static final int AT_ONCE_MAX = 20;
  private static final int OLD_MAX = 1_000;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(15));

  private final MailStore store;
  private final MimeMail mime;
  private final MailTransport transport;
  private final Organisations organisations;
  private final MailSettings settings;
  private final Clock clock;

  SendMails(
      MailStore store,
      MimeMail mime,
      MailTransport transport,
      Organisations organisations,
      MailSettings settings,
      Clock clock) {
    this.store = store;
    this.mime = mime;
    this.transport = transport;
    this.organisations = organisations;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.mail.every:1s}", initialDelay = "${wufei.mail.every:1s}")
  void run() {
    if (settings.isOn()) {
      Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
      store.claim(now, now.plus(settings.lease()), AT_ONCE_MAX).forEach(this::send);
    }
  }

  @Scheduled(fixedDelay = "5m", initialDelay = "1m")
  void forget() {
    store.deleteCreatedBefore(Instant.now(clock).minus(settings.keep()), OLD_MAX);
  }

  private void send(MailStore.Claimed mail) {
    if (!organisations.isActive(mail.memberId())) {
      store.conclude(mail, MailStore.DROPPED, null);
      return;
    }
    try {
      transport.send(mime.of(mail.id(), mail.address(), mail.text(), mail.writtenAt()));
      store.conclude(mail, MailStore.SENT, null);
    } catch (SendFailedException e) {
      store.conclude(mail, MailStore.FAILED, String.valueOf(e.getMessage()));
    } catch (MessagingException e) {
      String failure = String.valueOf(e.getMessage());
      if (mail.attempt() > PAUSES.size()) {
        LOG.warn("Mail {} is given up: {}", mail.id(), failure);
        store.conclude(mail, MailStore.FAILED, failure);
      } else {
        Duration pause = PAUSES.get(mail.attempt() - 1);
        store.postpone(mail, Instant.now(clock).plus(pause), failure);
      }
    }
  }
}
