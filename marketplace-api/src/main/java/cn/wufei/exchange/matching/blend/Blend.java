package cn.wufei.exchange.matching.blend;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/// A mixture that meets a demand, whatever of the ranges that its lots state is true.
///
/// @param quantityKg what the shares add up to; not above what the demand still seeks
/// @param deliveredYuanPerT mean of the shares, half-up to fen, on the basis of the demand's limit
/// @param composition of what the demand requires and mixes by mass
@Serdeable
@Schema(name = "Blend")
public record Blend(
    List<Share> shares,
    long quantityKg,
    BigDecimal deliveredYuanPerT,
    List<Component> composition) {

  public Blend {
    shares = List.copyOf(shares);
    composition = List.copyOf(composition);
  }

  /// What goes into the mixture of one lot.
  @Serdeable
  @Schema(name = "BlendShare")
  public record Share(Id lotId, long quantityKg, BigDecimal deliveredYuanPerT) {}

  /// The mixture's value of one parameter, by the mass of its lots on that basis; dry mass is
  /// reckoned with the middle of the moistures that they state.
  @Serdeable
  @Schema(name = "BlendComponent")
  public record Component(String parameter, String basis, BigDecimal min, BigDecimal max) {}
}
