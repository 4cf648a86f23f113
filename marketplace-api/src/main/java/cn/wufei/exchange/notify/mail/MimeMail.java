package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/// Builds mails in the form in which they travel: text and HTML, both in UTF-8. Nothing that
/// somebody typed gets into a header but the subject, which is encoded, and the address, whose form
/// is checked ([AddressText]).
@Singleton
class MimeMail {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final MailSettings settings;

  MimeMail(MailSettings settings) {
    this.settings = settings;
  }

  /// The same mail, sent again, has the same `Message-ID`.
  MimeMessage of(Id id, String address, MailText.Text text, Instant writtenAt)
      throws MessagingException {
    if (!AddressText.isAddress(address)) {
      throw new MessagingException("not an address");
    }
    InternetAddress from = new InternetAddress(settings.from(), true);
    String messageId = "<" + id + "@" + domainOf(from) + ">";
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties())) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    mail.setFrom(from);
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
    mail.setSubject(MailText.oneLine(text.subject()), UTF_8);
    mail.setHeader("Date", DATE.format(writtenAt.atOffset(ZoneOffset.UTC)));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("List-Unsubscribe", "<" + settings.page() + "/notice-settings>");
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(text.plain(), "plain"));
    parts.addBodyPart(part(text.html(), "html"));
    mail.setContent(parts);
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static String domainOf(InternetAddress address) {
    return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
  }
}
