package cn.wufei.exchange.notify.mail;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.nio.file.Path;

/// Chooses where mail goes by the settings.
@Factory
class MailFactory {

  /// The folder of mails, which nothing gets into while there is a server.
  @Singleton
  MailFolder folder(MailSettings settings, @Value("${wufei.var:}") String stateFolder) {
    return new MailFolder(Path.of(stateFolder, "mail"), settings.filesMax());
  }

  @Singleton
  MailTransport transport(MailSettings settings, MailFolder folder) {
    if (settings.host() != null) {
      return new SmtpTransport(settings);
    }
    return settings.toFiles()
        ? folder::send
        : _ -> {
          throw new MessagingException("no mail server is set");
        };
  }
}
