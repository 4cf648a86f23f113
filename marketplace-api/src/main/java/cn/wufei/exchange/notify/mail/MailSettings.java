package cn.wufei.exchange.notify.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How mail is sent. Without a host and without `toFiles` there is none.
///
/// @param host the server that mail is given to, by SMTP
/// @param security `starttls`, `tls` or `none`
/// @param from the address that mail comes from
/// @param page where people open the page, for links: `https://exchange.example.cn`
/// @param toFiles whether mails are written into the state folder instead, for trying things out
/// @param filesMax how many of them are kept
/// @param timeout the longest wait for the server
/// @param lease for how long a mail that is being sent is left alone by others
/// @param digestHour from which hour of the day in China the daily mails are written
/// @param keep how long it is known that a mail was sent; its text is not kept
@ConfigurationProperties("wufei.mail")
record MailSettings(
    @Nullable String host,
    @Bindable(defaultValue = "587") int port,
    @Nullable String user,
    @Nullable String password,
    @Bindable(defaultValue = "starttls") String security,
    @Bindable(defaultValue = "wufei@localhost.localdomain") String from,
    @Bindable(defaultValue = "http://localhost:8080") String page,
    @Bindable(defaultValue = "false") boolean toFiles,
    @Bindable(defaultValue = "200") int filesMax,
    @Bindable(defaultValue = "20s") Duration timeout,
    @Bindable(defaultValue = "10m") Duration lease,
    @Bindable(defaultValue = "8") int digestHour,
    @Bindable(defaultValue = "30d") Duration keep) {

  MailSettings {
    host = host == null || host.isBlank() ? null : host.strip();
    user = user == null || user.isBlank() ? null : user;
    page = page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
    if (!security.matches("starttls|tls|none")) {
      throw new IllegalArgumentException("wufei.mail.security is starttls, tls or none");
    }
    if (digestHour < 0 || digestHour > 23) {
      throw new IllegalArgumentException("wufei.mail.digest-hour is an hour of the day");
    }
  }

  boolean isOn() {
    return host != null || toFiles;
  }

  /// Whether mails are kept in a folder, as there is no server to give them to.
  boolean isKept() {
    return host == null && toFiles;
  }

  /// Never shows the password.
  @Override
  public String toString() {
    return "MailSettings[" + host + "]";
  }
}
