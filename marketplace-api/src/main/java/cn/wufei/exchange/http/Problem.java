package cn.wufei.exchange.http;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of every error answer (RFC 9457). `code` is stable and is what clients act on; `fields`
/// name the inputs that are wrong by their JSON path; `facts` are figures behind a refusal.
@Serdeable
@Schema(name = "Problem")
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    @Nullable List<FieldProblem> fields,
    @Nullable Map<String, Object> facts) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String title, String code, String detail) {
    return new Problem("about:blank", title, status, code, detail, null, null);
  }

  public Problem withFields(List<FieldProblem> wrong) {
    return new Problem(type, title, status, code, detail, List.copyOf(wrong), facts);
  }

  /// What is wrong with one input.
  @Serdeable
  @Schema(name = "FieldProblem")
  public record FieldProblem(String path, String code, String message) {}
}
