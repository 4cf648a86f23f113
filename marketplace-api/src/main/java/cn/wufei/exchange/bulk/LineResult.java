package cn.wufei.exchange.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What has become of a line; of a dry run, what would.
@Serdeable
enum LineResult {
  @JsonProperty("created")
  CREATED,
  @JsonProperty("changed")
  CHANGED,
  /// It is there already with this content.
  @JsonProperty("ignored")
  IGNORED,
  @JsonProperty("refused")
  REFUSED,
  /// Only in a dry run: it names what an earlier line of the file would create.
  @JsonProperty("unchecked")
  UNCHECKED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LineResult ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
