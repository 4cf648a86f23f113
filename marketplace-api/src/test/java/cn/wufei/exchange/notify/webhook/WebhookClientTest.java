package cn.wufei.exchange.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Against a server on this machine.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookClientTest {

  private static final Map<String, String> HEADERS = Map.of("Wufei-Delivery", "1");

  private final Receiver receiver = new Receiver();
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() {
    over.countDown();
    receiver.close();
  }

  @Test
  void an_answer_of_2xx_takes_the_message() {
    receiver.answer(Receiver.answering(202, "收到"));

    Attempt attempt = client(true).send(receiver.url(), HEADERS, "{\"a\":\"钢渣\"}");

    assertThat(attempt.failure()).isNull();
    assertThat(attempt.answerStatus()).isEqualTo(202);
    assertThat(attempt.answer()).isEqualTo("收到");
    assertThat(receiver.messages())
        .containsExactly(new Receiver.Message("/hook", "1", "", "", "{\"a\":\"钢渣\"}"));
  }

  @Test
  void a_redirection_is_not_followed() {
    receiver.answer(exchange -> {
      exchange.getResponseHeaders().set("Location", receiver.url() + "/elsewhere");
      exchange.sendResponseHeaders(302, -1);
    });

    Attempt attempt = client(true).send(receiver.url(), HEADERS, "{}");

    assertThat(attempt.failure()).isEqualTo(Failure.REDIRECT);
    assertThat(receiver.messages()).hasSize(1);
  }

  @Test
  void of_an_endless_answer_the_beginning_is_kept() {
    receiver.answer(exchange -> {
      exchange.sendResponseHeaders(500, 0);
      byte[] text = "x".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
      while (over.getCount() > 0) {
        exchange.getResponseBody().write(text);
      }
    });

    Attempt attempt = client(true).send(receiver.url(), HEADERS, "{}");

    assertThat(attempt.failure()).isEqualTo(Failure.ANSWER);
    assertThat(attempt.answerStatus()).isEqualTo(500);
    assertThat(attempt.answer()).isEqualTo("x".repeat(1_024));
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_none() {
    receiver.answer(_ -> awaitOver());

    Attempt attempt = client(true).send(receiver.url(), HEADERS, "{}");

    assertThat(attempt.failure()).isEqualTo(Failure.TIMEOUT);
    assertThat(attempt.tookMs()).isLessThan(10_000);
  }

  @Test
  void an_answer_that_drips_is_none() {
    receiver.answer(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      while (over.getCount() > 0) {
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().flush();
        awaitOver(Duration.ofMillis(100));
      }
    });

    Attempt attempt = client(true).send(receiver.url(), HEADERS, "{}");

    assertThat(attempt.failure()).isEqualTo(Failure.TIMEOUT);
  }

  @Test
  void where_nobody_listens_it_is_said_so() {
    String url = receiver.url();
    receiver.close();

    assertThat(client(true).send(url, HEADERS, "{}").failure()).isEqualTo(Failure.UNREACHABLE);
  }

  @Test
  void this_machine_is_not_called_by_default() {
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"}) {
      String url = receiver.url(host).replace("http:", "https:");
      assertThat(client(false).send(url, HEADERS, "{}").failure())
          .as(host)
          .isEqualTo(Failure.ADDRESS_REFUSED);
    }
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void a_name_that_leads_to_a_private_address_among_others_is_not_called() {
    InetAddress[] both = {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1")};
    var names = new Names(both);

    Attempt attempt = client(false, names).send("https://erp.example.cn/", HEADERS, "{}");

    assertThat(attempt.failure()).isEqualTo(Failure.ADDRESS_REFUSED);
  }

  /// A name that leads to a good address when it is checked and to a bad one a moment later finds
  /// no second look-up.
  @Test
  void the_address_that_was_checked_is_the_one_that_is_called() {
    var names = new Names(new InetAddress[] {InetAddress.getLoopbackAddress()});

    Attempt attempt = client(true, names).send(receiver.url("erp.localhost"), HEADERS, "{}");

    assertThat(attempt.failure()).isNull();
    assertThat(names.asked).hasValue(1);
    assertThat(receiver.messages()).hasSize(1);
  }

  @Test
  void each_attempt_asks_and_checks_anew() {
    var names = new Names(new InetAddress[] {InetAddress.getLoopbackAddress()});
    WebhookClient client = client(true, names);

    client.send(receiver.url("erp.localhost"), HEADERS, "{}");
    names.found = new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
    Attempt second = client.send(receiver.url("erp.localhost"), HEADERS, "{}");

    assertThat(second.failure()).isEqualTo(Failure.ADDRESS_REFUSED);
    assertThat(receiver.messages()).hasSize(1);
  }

  private void awaitOver() {
    awaitOver(Duration.ofSeconds(30));
  }

  private void awaitOver(Duration limit) {
    try {
      if (over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static WebhookClient client(boolean privateAllowed) {
    WebhookSettings settings = WebhookUrlTest.settings(privateAllowed);
    return new WebhookClient(new WebhookUrl(settings), settings, Clock.systemUTC());
  }

  private static WebhookClient client(boolean privateAllowed, DnsResolver names) {
    WebhookSettings settings = WebhookUrlTest.settings(privateAllowed);
    return new WebhookClient(new WebhookUrl(settings), settings, Clock.systemUTC(), names);
  }

  /// Says for every name what a test wants, and counts how often.
  private static final class Names implements DnsResolver {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile InetAddress[] found;

    Names(InetAddress[] found) {
      this.found = found;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      asked.incrementAndGet();
      return found.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
