package cn.wufei.exchange.matching.fit;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one change would open: the near misses for which it is the only one that is needed.
///
/// @param change the least change that opens at least four fifths of the tonnes that changes of its
///   kind can open
/// @param pairs how many near misses it makes matches
/// @param quantityKg what could move with all of them
@Serdeable
@Schema(name = "MatchOpening")
public record Opening(Change change, int pairs, long quantityKg) {

  /// What one pair would have to change is no step towards another.
  private static final Set<Change.Kind> OF_ONE_PAIR =
      Set.of(Change.Kind.QUANTITY, Change.Kind.MONTHS);

  private static final int SHARE_PARTS = 5;
  private static final int SHARE_WANTED = 4;

  /// A near miss that lacks one change.
  public record Case(Change change, long quantityKg) {}

  private record Kind(Change.Kind kind, @Nullable String parameter, @Nullable String basis) {}

  /// One for each kind of change, the one that opens most tonnes first.
  public static List<Opening> of(List<Case> cases) {
    Map<Kind, List<Case>> byKind = new LinkedHashMap<>();
    cases.stream()
        .filter(each -> !OF_ONE_PAIR.contains(each.change().kind()))
        .forEach(each ->
            byKind
                .computeIfAbsent(
                    new Kind(
                        each.change().kind(), each.change().parameter(), each.change().basis()),
                    _ -> new ArrayList<>())
                .add(each));
    return byKind.values().stream()
        .map(Opening::ofKind)
        .sorted(
            Comparator.comparingLong(Opening::quantityKg)
                .reversed()
                .thenComparing(opening -> opening.change().kind())
                .thenComparing(opening -> String.valueOf(opening.change().parameter()))
                .thenComparing(opening -> String.valueOf(opening.change().basis())))
        .toList();
  }

  private static Opening ofKind(List<Case> cases) {
    List<Case> smallestFirst =
        cases.stream().sorted(Comparator.comparing(each -> by(each.change()))).toList();
    long all = smallestFirst.stream().mapToLong(Case::quantityKg).sum();
    long opened = 0;
    int pairs = 0;
    Change widest = smallestFirst.getFirst().change();
    for (Case each : smallestFirst) {
      boolean enough = opened * SHARE_PARTS >= all * SHARE_WANTED;
      if (pairs > 0 && enough && by(each.change()).compareTo(by(widest)) > 0) {
        break;
      }
      opened += each.quantityKg();
      pairs++;
      widest = each.change();
    }
    return new Opening(widest, pairs, opened);
  }

  private static BigDecimal by(Change change) {
    return change.by() == null ? BigDecimal.ZERO : change.by();
  }
}
