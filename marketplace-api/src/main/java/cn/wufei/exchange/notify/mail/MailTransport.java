package cn.wufei.exchange.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/// Where mail goes.
interface MailTransport {

  /// @throws MessagingException when it could not be given away
  void send(MimeMessage mail) throws MessagingException;
}
