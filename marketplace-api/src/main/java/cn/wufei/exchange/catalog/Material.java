package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A material of the trade. `classCode` is its usual class; `screening` is `clear`, `held` or
/// `refused`; `parameters` are the keys of those a buyer usually asks for.
@Serdeable
public record Material(
    String key,
    String nameZh,
    String nameEn,
    String classCode,
    @Nullable String process,
    List<String> aliasesZh,
    List<String> aliasesEn,
    @Nullable String taxRateKey,
    String screening,
    List<String> parameters,
    String source,
    String verified) {

  public Material {
    aliasesZh = List.copyOf(aliasesZh);
    aliasesEn = List.copyOf(aliasesEn);
    parameters = List.copyOf(parameters);
  }
}
