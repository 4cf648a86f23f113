package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.blend.Blend;
import cn.wufei.exchange.matching.blend.OutOfReach;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The mixtures of lots that meet a demand.
///
/// @param blends the one that fills most of the demand first, and of those that fill as much the
///   cheapest
/// @param lots those that the blends are made of
/// @param lookedAt how many lots of the demand's materials that state all it requires were open and
///   near enough in time
/// @param usable how many of them can go into a mixture: they lie by themselves within what does
///   not mix
/// @param outOfReach what keeps every mixture of them from meeting the demand, as far as one
///   parameter alone does
/// @param fitting the lots that meet the demand by themselves
@Serdeable
@Schema(name = "BlendList")
record BlendList(
    List<Blend> blends,
    List<Lot> lots,
    int lookedAt,
    int usable,
    List<OutOfReach> outOfReach,
    List<Id> fitting) {

  BlendList {
    blends = List.copyOf(blends);
    lots = List.copyOf(lots);
    outOfReach = List.copyOf(outOfReach);
    fitting = List.copyOf(fitting);
  }
}
