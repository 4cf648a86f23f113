package cn.wufei.exchange.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/// Where mail goes.
interface MailTransport {

  /// @throws jakarta.mail.SendFailedException when the address was refused for good
  /// @throws MessagingException when it could not be given away this time
  void send(MimeMessage mail) throws MessagingException;
}
