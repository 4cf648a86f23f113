package cn.wufei.exchange.deal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanonicalJsonTest {

  @Test
  void members_stand_in_the_order_of_their_names_whatever_order_they_came_in() {
    Map<String, JsonNode> one = new LinkedHashMap<>();
    one.put("b", text("乙"));
    one.put("a", JsonNode.createArrayNode(List.of(text("1"), JsonNode.createBooleanNode(false))));
    Map<String, JsonNode> other = new LinkedHashMap<>();
    other.put("a", one.get("a"));
    other.put("b", one.get("b"));

    String written = written(JsonNode.createObjectNode(one));

    assertThat(written).isEqualTo("{\"a\":[\"1\",false],\"b\":\"乙\"}");
    assertThat(written(JsonNode.createObjectNode(other))).isEqualTo(written);
  }

  @Test
  void what_has_no_value_is_left_out() {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("nothing", JsonNode.nullNode());
    members.put("none", JsonNode.createArrayNode(List.of()));
    members.put("empty", text(""));

    assertThat(written(JsonNode.createObjectNode(members))).isEqualTo("{\"empty\":\"\"}");
    assertThat(written(JsonNode.createObjectNode(Map.of()))).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({
    "12.50, 12.5",
    "-12.50, -12.5",
    "0.00, 0",
    "100, 100",
    "1E+2, 100",
    "0.0001, 0.0001",
    "10000000000, 10000000000"
  })
  void a_number_has_one_form(BigDecimal number, String form) {
    assertThat(written(JsonNode.createNumberNode(number))).isEqualTo(form);
  }

  @Test
  void characters_are_escaped_only_where_they_must_be() {
    assertThat(written(text("a\"b\\c\n\t\r\b\f\u0001/é𠮷")))
        .isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001/é𠮷\"");
  }

  @Test
  void the_hash_is_that_of_the_bytes() {
    WrittenContent content = new WrittenContent("abc".getBytes(StandardCharsets.US_ASCII));
    byte[] handedOut = content.bytes();
    handedOut[0] = 'x';

    assertThat(content.sha256())
        .as("the example of FIPS 180-2")
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(content.bytes()).asString().isEqualTo("abc");
    assertThat(content.sizeBytes()).isEqualTo(3);
  }

  private static JsonNode text(String text) {
    return JsonNode.createStringNode(text);
  }

  private static String written(JsonNode value) {
    return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
  }
}
