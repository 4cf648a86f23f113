package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.notify.NoticeOutlet;
import cn.wufei.exchange.notify.NoticeTopic;
import cn.wufei.exchange.notify.ToldNotice;
import jakarta.inject.Singleton;

/// Writes a mail for each member who wants one of such a notice at once.
@Singleton
class MailOutlet implements NoticeOutlet {

  private final AddressStore addresses;
  private final MailStore mails;
  private final MailText text;
  private final MailSettings settings;

  MailOutlet(AddressStore addresses, MailStore mails, MailText text, MailSettings settings) {
    this.addresses = addresses;
    this.mails = mails;
    this.text = text;
    this.settings = settings;
  }

  @Override
  public void take(ToldNotice notice) {
    if (settings.isOn()) {
      addresses
          .wantingAtOnce(notice.organisationId(), NoticeTopic.of(notice.kind()))
          .forEach(row ->
              mails.insert(
                  row.memberId(),
                  row.address(),
                  text.ofNotice(row.language(), notice),
                  notice.sentAt()));
    }
  }
}
