package cn.wufei.exchange.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.wufei.exchange.kernel.Id;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a server on this machine.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpTransportTest {

  private static final Instant AT = Instant.parse("2026-11-27T15:04:05Z");

  private final MailServer server = new MailServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void a_mail_is_given_to_the_server_with_whom_it_is_from_and_for() throws MessagingException {
    send("none", null);

    assertThat(server.lines())
        .contains(
            "MAIL FROM:<no-reply@wufei.example.cn>",
            "RCPT TO:<wang@example.cn>",
            "To: wang@example.cn",
            "Message-ID: <" + Id.of(9) + "@wufei.example.cn>",
            Base64.getEncoder().encodeToString("正文".getBytes(StandardCharsets.UTF_8)))
        .noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void it_signs_in_where_a_user_is_set() throws MessagingException {
    server.answer("EHLO", "250-here\r\n250 AUTH PLAIN");

    send("none", "exchange");

    String said = "exchange\0exchange\0secret";
    assertThat(server.lines())
        .contains(
            "AUTH PLAIN "
                + Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"starttls", "tls"})
  void a_server_that_cannot_encrypt_is_told_nothing(String security) {
    server.answer("EHLO", "250-here\r\n250 AUTH PLAIN");

    assertThatThrownBy(() -> send(security, "exchange"))
        .isInstanceOf(MessagingException.class)
        .isNotInstanceOf(SendFailedException.class);

    assertThat(server.lines()).noneMatch(line -> line.matches("(AUTH|MAIL|RCPT|DATA).*"));
  }

  @Test
  void an_address_that_is_refused_is_refused_for_good() {
    server.answer("RCPT", "550 5.1.1 no such person");

    assertThatThrownBy(() -> send("none", null))
        .isInstanceOf(SendFailedException.class)
        .hasMessageContaining("550 5.1.1 no such person");
  }

  /// A server that has not seen the sender before often says 450 the first time.
  @ParameterizedTest
  @CsvSource({
    "CONNECT, 421 4.3.2 busy",
    "MAIL, 451 4.3.0 later",
    "MAIL, 550 5.7.1 not for you",
    "RCPT, 450 4.2.0 greylisted",
    "RCPT, 452 4.2.2 full",
    "DATA, 451 4.3.0 later",
    "., 452 4.3.1 full",
  })
  void all_else_is_worth_another_try(String command, String answer) {
    server.answer(command, answer);

    Throwable failure = catchThrowable(() -> send("none", null));

    assertThat(failure)
        .isInstanceOf(MessagingException.class)
        .isNotInstanceOf(SendFailedException.class);
    assertThat(failure).hasMessageContaining(answer.substring(0, 3));
  }

  @Test
  void a_mail_that_was_taken_is_sent_although_the_server_says_no_farewell()
      throws MessagingException {
    server.answer("QUIT", MailServer.SILENCE);

    send("none", null);

    assertThat(server.lines()).contains(".", "QUIT");
  }

  @Test
  void where_nobody_listens_it_is_worth_another_try() throws IOException {
    server.close();

    assertThatThrownBy(() -> send("none", null))
        .isInstanceOf(MessagingException.class)
        .isNotInstanceOf(SendFailedException.class);
  }

  private void send(String security, @Nullable String user) throws MessagingException {
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            server.port(),
            user,
            user == null ? null : "secret",
            security,
            "no-reply@wufei.example.cn",
            "https://wufei.example.cn",
            false,
            3,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            8,
            Duration.ofDays(30));
    MimeMessage mail =
        new MimeMail(settings)
            .of(Id.of(9), "wang@example.cn", new MailText.Text("题目", "正文", "<p>正文</p>"), AT);
    new SmtpTransport(settings).send(mail);
  }
}
