package cn.wufei.exchange.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/// The webhooks of one firm, which all lead to one receiver.
record Hooks(Http admin, Receiver receiver) {

  static final String WEBHOOKS = "/webhooks";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  Map<String, Object> content(@Nullable List<String> kinds) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", "ERP");
    body.put("url", receiver.url());
    if (kinds != null) {
      body.put("kinds", kinds);
    }
    return body;
  }

  String make(@Nullable List<String> kinds) {
    return admin.post(WEBHOOKS, content(kinds)).expect(201).text("webhook/id");
  }

  List<String> all() {
    return admin.get(WEBHOOKS).expect(200).json().at("/items").findValuesAsText("id");
  }

  static String deliveries(String hook) {
    return WEBHOOKS + "/" + hook + "/deliveries";
  }

  static String delivery(String hook, String id) {
    return deliveries(hook) + "/" + id;
  }

  List<Receiver.Message> awaitMessages(int count) {
    await(() -> assertThat(receiver.messages()).hasSizeGreaterThanOrEqualTo(count));
    return receiver.messages();
  }

  void awaitStatus(String hook, String status, int count) {
    String path = deliveries(hook) + "?limit=100&status=" + status;
    await(() -> assertThat(admin.get(path).expect(200).json().at("/items")).hasSize(count));
  }

  static void await(ThrowingRunnable what) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(what);
  }

  /// Worked out as the description of the interface says, apart from the code under test.
  static String hmac(String secret, Receiver.Message message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = message.timestamp() + "." + message.body();
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parsed(String text) {
    try {
      return Http.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
