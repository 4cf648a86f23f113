package cn.wufei.exchange.deal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Http;
import java.util.ArrayList;
import java.util.List;

/// What problems say, for tests.
public final class Problems {

  private Problems() {}

  /// The paths of the fields that a problem names.
  public static List<String> fieldsOf(Http.Answer answer) {
    List<String> paths = new ArrayList<>();
    answer.json().at("/fields").forEach(field -> paths.add(field.get("path").asText()));
    return paths;
  }

  /// Fails unless the answer is a problem of that status and code.
  public static void assertProblem(Http.Answer answer, int status, String code) {
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }
}
