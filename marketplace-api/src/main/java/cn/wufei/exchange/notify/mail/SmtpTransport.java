package cn.wufei.exchange.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Properties;

/// Gives mail to a server. With `starttls` and `tls` nothing is said before the connection is
/// encrypted and the server has shown a certificate for its name.
final class SmtpTransport implements MailTransport {

  private final MailSettings settings;
  private final Session session;

  SmtpTransport(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(propertiesOf(settings));
  }

  @Override
  public void send(MimeMessage mail) throws MessagingException {
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(
          Objects.requireNonNull(settings.host()),
          settings.port(),
          settings.user(),
          settings.password());
      transport.sendMessage(mail, mail.getAllRecipients());
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
