package cn.wufei.exchange.metrics;

import cn.wufei.exchange.ledger.AccountKind;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a posting means to the story of a lot's tonnes.
@Serdeable
enum StoryStep {
  @JsonProperty("generated")
  GENERATED,
  @JsonProperty("opening")
  OPENING,
  @JsonProperty("found")
  FOUND,
  @JsonProperty("arrived")
  ARRIVED,
  @JsonProperty("published")
  PUBLISHED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  @JsonProperty("reserved")
  RESERVED,
  @JsonProperty("unreserved")
  UNRESERVED,
  @JsonProperty("dispatched")
  DISPATCHED,
  @JsonProperty("received")
  RECEIVED,
  @JsonProperty("returned")
  RETURNED,
  @JsonProperty("difference")
  DIFFERENCE,
  @JsonProperty("used")
  USED;

  private static final Set<AccountKind> YARD =
      Set.of(AccountKind.ON_HAND, AccountKind.UNRECONCILED);

  /// The step of a posting between accounts of these kinds; none for a posting that mirrors another
  /// one, as a fulfilled promise mirrors the load.
  static @Nullable StoryStep of(AccountKind from, AccountKind to) {
    if (YARD.contains(from)) {
      return YARD.contains(to) ? ARRIVED : to == AccountKind.IN_TRANSIT ? DISPATCHED : null;
    }
    return switch (from) {
      case GENERATED -> GENERATED;
      case OPENING -> OPENING;
      case FOUND -> FOUND;
      case PROCESSING -> YARD.contains(to) ? ARRIVED : null;
      case ISSUED -> to == AccountKind.AVAILABLE ? PUBLISHED : null;
      case AVAILABLE -> ofAvailable(to);
      case RESERVED -> to == AccountKind.FULFILLED ? null : UNRESERVED;
      case IN_TRANSIT -> ofTransit(to);
      case DIFFERENCE -> DIFFERENCE;
      case HEAP -> to == AccountKind.USED ? USED : null;
      default -> null;
    };
  }

  /// The same; what takes back means what it takes back.
  static @Nullable StoryStep of(AccountKind from, AccountKind to, boolean reversal) {
    return reversal ? of(to, from) : of(from, to);
  }

  /// What a posting adds to its step. The difference between two scales counts what was lost.
  static long signed(AccountKind from, AccountKind to, boolean reversal, long amount) {
    boolean found = from == AccountKind.DIFFERENCE || to == AccountKind.DIFFERENCE;
    boolean negative = found ? from == AccountKind.DIFFERENCE : reversal;
    return negative ? -amount : amount;
  }

  private static @Nullable StoryStep ofAvailable(AccountKind to) {
    return switch (to) {
      case RESERVED -> RESERVED;
      case RELEASED -> WITHDRAWN;
      default -> null;
    };
  }

  private static @Nullable StoryStep ofTransit(AccountKind to) {
    return switch (to) {
      case HEAP -> RECEIVED;
      case DIFFERENCE -> DIFFERENCE;
      case ON_HAND, UNRECONCILED -> RETURNED;
      default -> null;
    };
  }
}
