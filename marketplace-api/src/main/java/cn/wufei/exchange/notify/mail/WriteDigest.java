package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NoticeTopic;
import cn.wufei.exchange.notify.PastNotices;
import cn.wufei.exchange.notify.ToldNotice;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Writes one member's daily mail, once: the mail and the number that it comes to are one
/// transaction, and whoever comes second finds the day dealt with. Of a day with more notices than
/// a mail deals with it says that there are more, so that no mail tells of days long past.
@Singleton
class WriteDigest {

  static final int NOTICES_MAX = 500;

  private final AddressStore addresses;
  private final PastNotices notices;
  private final MailStore mails;
  private final MailText text;
  private final Clock clock;

  WriteDigest(
      AddressStore addresses, PastNotices notices, MailStore mails, MailText text, Clock clock) {
    this.addresses = addresses;
    this.notices = notices;
    this.mails = mails;
    this.text = text;
    this.clock = clock;
  }

  @Transactional
  void handle(Id member, LocalDate today) {
    AddressStore.Row row = addresses.lock(member);
    if (row == null || row.confirmedAt() == null || !row.digestDay().isBefore(today)) {
      return;
    }
    List<ToldNotice> told = notices.after(row.organisationId(), row.digestTo(), NOTICES_MAX);
    Map<NoticeTopic, MailWhen> wanted = addresses.preferences(member);
    List<ToldNotice> fitting =
        told.stream()
            .filter(notice -> wanted.get(NoticeTopic.of(notice.kind())) == MailWhen.DAILY)
            .toList();
    boolean isCut = told.size() == NOTICES_MAX;
    if (!fitting.isEmpty()) {
      mails.insert(
          member, row.address(), text.ofDay(row.language(), fitting, isCut), Instant.now(clock));
    }
    long last = told.isEmpty() ? row.digestTo() : told.getLast().number();
    addresses.setDigested(member, isCut ? addresses.headOf(row.organisationId()) : last, today);
  }
}
