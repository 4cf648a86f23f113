package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The client against a server that gives prepared answers in turn and remembers what it was asked.
final class ApiTest {

  private static final Account MEMBER =
      new Account("clerk", "a-long-password", "司磅", "Clerk", "gate", "厂（演示）", "Works (demo)");
  private static final String TOKEN = "{\"accessToken\": \"first\"}";

  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_member_signs_in_once_and_sends_the_key_and_the_version() {
    answers.add(new Answer(200, TOKEN));
    answers.add(new Answer(201, "{\"id\": \"L1\", \"version\": 3}"));
    answers.add(new Answer(200, "{}"));
    Api.Session session = api().session(MEMBER);

    JsonNode load = session.post("/loads", "demo-load-1", Api.body());
    session.post("/loads/L1/receipt", "demo-receipt-1", Api.body(), load);

    assertThat(asked)
        .containsExactly(
            new Asked("POST /api/v1/session", null, null, null),
            new Asked("POST /api/v1/loads", "Bearer first", "demo-load-1", null),
            new Asked("POST /api/v1/loads/L1/receipt", "Bearer first", "demo-receipt-1", "\"3\""));
  }

  @Test
  void an_ended_token_is_renewed_and_the_request_sent_again() {
    answers.add(new Answer(200, TOKEN));
    answers.add(new Answer(401, "{}"));
    answers.add(new Answer(200, "{\"accessToken\": \"second\"}"));
    answers.add(new Answer(200, "{\"items\": []}"));

    assertThat(api().session(MEMBER).list("/stockpiles")).isEmpty();

    assertThat(asked)
        .extracting(Asked::authorisation)
        .containsExactly(null, "Bearer first", null, "Bearer second");
  }

  @Test
  void too_many_requests_are_waited_out_with_the_same_key() {
    answers.add(new Answer(429, "{}"));
    answers.add(new Answer(201, "{\"id\": \"O1\"}"));

    JsonNode made = api().postAnonymously("/bootstrap", "demo-bootstrap", Api.body());

    assertThat(made.path("id").asText()).isEqualTo("O1");
    assertThat(asked).extracting(Asked::key).containsExactly("demo-bootstrap", "demo-bootstrap");
  }

  @Test
  void a_list_is_read_to_its_last_page() {
    answers.add(new Answer(200, TOKEN));
    answers.add(new Answer(200, "{\"items\": [{\"name\": \"a\"}], \"next\": \"c2\"}"));
    answers.add(new Answer(200, "{\"items\": [{\"name\": \"b\"}]}"));

    List<JsonNode> items = api().session(MEMBER).list("/stockpiles");

    assertThat(items).extracting(item -> item.path("name").asText()).containsExactly("a", "b");
    assertThat(asked.getLast().line()).endsWith("/stockpiles?limit=100&cursor=c2");
  }

  @Test
  void a_refusal_names_the_request_the_member_and_the_code() {
    answers.add(new Answer(200, TOKEN));
    answers.add(
        new Answer(
            422,
            "{\"code\": \"window-over\", \"detail\": \"The window lies in the past.\","
                + " \"fields\": [{\"path\": \"availableTo\"}]}"));
    Api.Session session = api().session(MEMBER);

    assertThatThrownBy(() -> session.post("/lots", "demo-lot-a", Api.body()))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "POST /lots as clerk: 422 window-over The window lies in the past."
                + " [{\"path\":\"availableTo\"}]");
  }

  private Api api() {
    return new Api(
        URI.create(
            "http://"
                + server.getAddress().getAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("If-Match")));
    Answer answer = answers.remove();
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Retry-After", "0");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private record Answer(int status, String body) {}

  private record Asked(
      String line,
      @Nullable String authorisation,
      @Nullable String key,
      @Nullable String version) {}
}
