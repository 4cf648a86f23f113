package cn.wufei.exchange.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives mail to a server. With `starttls` and `tls` nothing is said before the connection is
/// encrypted and the server has shown a certificate for its name.
final class SmtpTransport implements MailTransport {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);
  private static final int FOR_GOOD = 500;

  private final MailSettings settings;
  private final Session session;

  SmtpTransport(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(propertiesOf(settings));
  }

  @Override
  public void send(MimeMessage mail) throws MessagingException {
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(
          Objects.requireNonNull(settings.host()),
          settings.port(),
          settings.user(),
          settings.password());
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (SendFailedException e) {
      MessagingException last = lastOf(e);
      throw isAddressRefused(last)
          ? new SendFailedException(last.getMessage(), e)
          : new MessagingException(last.getMessage(), e);
    } finally {
      closeQuietly(transport);
    }
  }

  /// What the server itself said lies at the end.
  private static MessagingException lastOf(MessagingException failure) {
    MessagingException last = failure;
    while (last.getNextException() instanceof MessagingException next) {
      last = next;
    }
    return last;
  }

  /// Answers that begin with 4 mean later: a server that does not know us yet has us come back in a
  /// few minutes, and takes the mail then.
  private static boolean isAddressRefused(MessagingException failure) {
    return failure instanceof SMTPAddressFailedException refused
        && refused.getReturnCode() >= FOR_GOOD;
  }

  /// The server has said what it makes of the mail; that its farewell fails changes nothing, and
  /// must not have a mail that it has taken sent again.
  private static void closeQuietly(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The mail server was left without a farewell", e);
    }
  }

  private static Properties propertiesOf(MailSettings settings) {
    String timeoutMs = Long.toString(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", timeoutMs);
    properties.setProperty("mail.smtp.timeout", timeoutMs);
    properties.setProperty("mail.smtp.writetimeout", timeoutMs);
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case "starttls" -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case "tls" -> properties.setProperty("mail.smtp.ssl.enable", "true");
      default -> properties.setProperty("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }
}
