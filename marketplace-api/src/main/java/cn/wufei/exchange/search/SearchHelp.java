package cn.wufei.exchange.search;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to do when nothing was found.
///
/// @param loosen what would open something when it alone were left out, the most first
/// @param didYouMean the words as they were probably meant
@Serdeable
@Schema(name = "SearchHelp")
record SearchHelp(List<Loosening> loosen, List<String> didYouMean) {

  SearchHelp {
    loosen = List.copyOf(loosen);
    didYouMean = List.copyOf(didYouMean);
  }

  /// @param filter the parameter of the search
  /// @param value which of its values, where each must be met
  /// @param opens how many results there would be without it
  /// @param nearest the value nearest to the limit that would open something: a number or a day
  @Serdeable
  @Schema(name = "SearchLoosening")
  record Loosening(String filter, @Nullable String value, long opens, @Nullable String nearest) {}
}
