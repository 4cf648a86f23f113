package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.identity.Organisations;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, one mail after another; each is taken up when its turn comes, so that none
/// waits behind a slow server until its lease is over. A server that is away, or wants us to come
/// back later, is tried again for a day; an address that it refuses is not.
@Singleton
class SendMails {

  private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
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
  private final AddressStore addresses;
  private final MimeMail mime;
  private final MailTransport transport;
  private final Organisations organisations;
  private final MailSettings settings;
  private final MailMetrics metrics;
  private final Clock clock;
  private final Lock sending = new ReentrantLock();
  private volatile boolean stopping;

  SendMails(
      MailStore store,
      AddressStore addresses,
      MimeMail mime,
      MailTransport transport,
      Organisations organisations,
      MailSettings settings,
      MailMetrics metrics,
      Clock clock) {
    this.store = store;
    this.addresses = addresses;
    this.mime = mime;
    this.transport = transport;
    this.organisations = organisations;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.mail.every:1s}", initialDelay = "${wufei.mail.every:1s}")
  void run() {
    sending.lock();
    try {
      boolean isMore = settings.isOn();
      while (isMore && !stopping) {
        isMore = sendNext();
      }
    } finally {
      sending.unlock();
    }
  }

  /// The mail that is on its way gets there, while there is a database to write that to.
  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (sending.tryLock(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      sending.unlock();
    }
  }

  @Scheduled(fixedDelay = "5m", initialDelay = "1m")
  void forget() {
    store.deleteCreatedBefore(Instant.now(clock).minus(settings.keep()), OLD_MAX);
  }

  private boolean sendNext() {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    MailStore.Claimed mail = store.claim(now, now.plus(settings.lease()));
    if (mail == null) {
      return false;
    }
    if (isStillTheirs(mail)) {
      send(mail);
    } else {
      store.conclude(mail, MailStore.DROPPED, null);
    }
    return true;
  }

  /// Nothing goes to whoever was shut out, nor where its member no longer wants mail.
  private boolean isStillTheirs(MailStore.Claimed mail) {
    AddressStore.Row row = addresses.find(mail.memberId());
    return row != null
        && row.address().equals(mail.address())
        && organisations.isActive(mail.memberId())
        && !organisations.isShutOut(row.organisationId());
  }

  private void send(MailStore.Claimed mail) {
    try {
      transport.send(mime.of(mail.id(), mail.address(), mail.text(), mail.writtenAt()));
      metrics.sent();
      store.conclude(mail, MailStore.SENT, null);
    } catch (SendFailedException e) {
      giveUp(mail, e);
    } catch (MessagingException e) {
      if (mail.attempt() > PAUSES.size()) {
        giveUp(mail, e);
      } else {
        metrics.putOff();
        Duration pause = PAUSES.get(mail.attempt() - 1);
        store.postpone(mail, Instant.now(clock).plus(pause), String.valueOf(e.getMessage()));
      }
    }
  }

  private void giveUp(MailStore.Claimed mail, MessagingException failure) {
    metrics.givenUp();
    LOG.warn("Mail {} is given up: {}", mail.id(), failure.getMessage());
    store.conclude(mail, MailStore.FAILED, String.valueOf(failure.getMessage()));
  }
}
