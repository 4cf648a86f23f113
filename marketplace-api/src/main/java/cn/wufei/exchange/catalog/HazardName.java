package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// Words that give a hazardous waste away. Each of `patterns` is one way to write it: words joined
/// by `+`, all of which a text must hold. A find that lies inside a word of `except` does not
/// count. `verdict` is `refused` or `held`.
@Serdeable
public record HazardName(
    String term,
    List<String> patterns,
    List<String> except,
    String nameZh,
    String nameEn,
    String verdict,
    String ruleZh,
    String ruleEn,
    String source,
    String verified) {

  public HazardName {
    patterns = List.copyOf(patterns);
    except = List.copyOf(except);
  }
}
