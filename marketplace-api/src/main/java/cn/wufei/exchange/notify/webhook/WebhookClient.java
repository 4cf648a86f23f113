package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Outcome;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Sends one message once. Follows no redirect, keeps no cookie and no connection, asks no proxy,
/// and reads no more of an answer than its beginning.
@Singleton
class WebhookClient {

  /// What is kept of an answer.
  static final int ANSWER_BYTES_MAX = 1_024;

  private static final String AGENT = "wufei-exchange";
  private static final int SUCCESS = 200;
  private static final int REDIRECTION = 300;
  private static final int CLIENT_ERROR = 400;

  private final WebhookUrl urls;
  private final Duration timeout;
  private final Clock clock;
  private final CloseableHttpClient client;
  private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  WebhookClient(WebhookUrl urls, WebhookSettings settings, Clock clock) {
    this(urls, settings, clock, SystemDefaultDnsResolver.INSTANCE);
  }

  WebhookClient(WebhookUrl urls, WebhookSettings settings, Clock clock, DnsResolver names) {
    this.urls = urls;
    this.timeout = settings.timeout();
    this.clock = clock;
    this.client = clientOf(settings, names);
  }

  /// Posts that body, and returns within the time that an attempt may take.
  Attempt send(String url, Map<String, String> headers, String body) {
    Instant startedAt = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    long startedNs = System.nanoTime();
    Answer answer =
        switch (urls.parse(url)) {
          case Outcome.Done<URI>(URI allowed) -> sentInTime(allowed, headers, body);
          case Outcome.Refused<URI> _ -> Answer.none(Failure.ADDRESS_REFUSED);
        };
    int tookMs = (int) Duration.ofNanos(System.nanoTime() - startedNs).toMillis();
    return new Attempt(startedAt, tookMs, answer.status(), answer.failure(), answer.text());
  }

  /// The exchange runs on a thread of its own, as only an interrupt ends the look-up of a name, a
  /// handshake or an answer that comes byte by byte.
  private Answer sentInTime(URI url, Map<String, String> headers, String body) {
    Future<Answer> sending = attempts.submit(() -> exchange(url, headers, body));
    try {
      return sending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return Answer.none(Failure.TIMEOUT);
    } catch (ExecutionException e) {
      return Answer.none(failureOf(e));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.none(Failure.BROKEN);
    } finally {
      sending.cancel(true);
    }
  }

  private Answer exchange(URI url, Map<String, String> headers, String body) throws IOException {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    ClassicHttpResponse response = client.executeOpen(null, request, null);
    try {
      return answerOf(response);
    } finally {
      // The connection first, or the rest of an endless answer would be read to keep it.
      request.cancel();
      closeQuietly(response);
    }
  }

  private static Answer answerOf(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    Failure failure =
        status >= SUCCESS && status < REDIRECTION
            ? null
            : status >= REDIRECTION && status < CLIENT_ERROR ? Failure.REDIRECT : Failure.ANSWER;
    return new Answer(status, failure, beginningOf(response.getEntity()));
  }

  private static @Nullable String beginningOf(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return null;
    }
    InputStream content = entity.getContent();
    if (content == null) {
      return null;
    }
    byte[] bytes = new byte[ANSWER_BYTES_MAX];
    int length = 0;
    try {
      length = content.readNBytes(bytes, 0, ANSWER_BYTES_MAX);
    } catch (SocketTimeoutException _) {
      // The status has come, and it counts.
    }
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }

  private static void closeQuietly(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException _) {
      // It was cut off on purpose.
    }
  }

  private static Failure failureOf(ExecutionException failed) {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case GuardedNames.RefusedAddressException _ -> {
          return Failure.ADDRESS_REFUSED;
        }
        case UnknownHostException _ -> {
          return Failure.UNKNOWN_HOST;
        }
        case ConnectTimeoutException _ -> {
          return Failure.UNREACHABLE;
        }
        case SocketTimeoutException _ -> {
          return Failure.TIMEOUT;
        }
        case ConnectException _ -> {
          return Failure.UNREACHABLE;
        }
        case NoRouteToHostException _ -> {
          return Failure.UNREACHABLE;
        }
        case SSLException _ -> {
          return Failure.TLS;
        }
        default -> {
          // What lies below it may say more.
        }
      }
    }
    return Failure.BROKEN;
  }

  private static CloseableHttpClient clientOf(WebhookSettings settings, DnsResolver names) {
    Timeout connecting = Timeout.of(settings.connectTimeout());
    Timeout reading = Timeout.of(settings.timeout());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new GuardedNames(names, new AddressGuard(settings.privateAddresses())))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connecting)
                    .setSocketTimeout(reading)
                    .build())
            .setMaxConnTotal(2 * settings.atOnce())
            .setMaxConnPerRoute(2 * settings.atOnce())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(reading).build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent(AGENT)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  @PreDestroy
  void close() {
    attempts.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private record Answer(
      @Nullable Integer status, @Nullable Failure failure, @Nullable String text) {

    static Answer none(Failure failure) {
      return new Answer(null, failure, null);
    }
  }
}
