package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The matches that the organisation does not want to see, and why. Those of the other sides are
/// theirs.
@Factory
class DismissalTable {

  private static final DismissalFilter ALL = new DismissalFilter(null, null, null);

  /// @param partner name of the other side
  record OwnDismissal(Dismissal dismissal, String partner) {}

  @Singleton
  ExportTable<OwnDismissal> dismissals(DismissalStore store, Organisations organisations) {
    return new OwnTable<>(
        new ExportTable.Title(350, "dismissals", "不考虑的撮合", "Dismissals"),
        new Columns<OwnDismissal>()
            .id("id", "标识", "Id", row -> row.dismissal().id())
            .id("lotId", "挂牌标识", "Lot id", row -> row.dismissal().lotId())
            .id("demandId", "需求标识", "Demand id", row -> row.dismissal().demandId())
            .id("partnerId", "对方标识", "Partner id", row -> row.dismissal().partnerId())
            .text("partner", "对方", "Partner", OwnDismissal::partner)
            .text("reason", "原因", "Reason", row -> row.dismissal().reason().code())
            .text("note", "说明", "Note", row -> row.dismissal().note())
            .time("dismissedAt", "时间", "Dismissed", row -> row.dismissal().dismissedAt()),
        (caller, sink) ->
            Pieces.eachPiece(
                (before, limit) -> store.page(caller.organisationId(), ALL, before, limit),
                Dismissal::id,
                piece -> named(piece, organisations).forEach(sink)));
  }

  private static Stream<OwnDismissal> named(
      List<Dismissal> dismissals, Organisations organisations) {
    Map<Id, OrganisationRef> partners =
        organisations.findAll(dismissals.stream().map(Dismissal::partnerId).distinct().toList());
    return dismissals.stream()
        .map(dismissal ->
            new OwnDismissal(
                dismissal, Objects.requireNonNull(partners.get(dismissal.partnerId())).name()));
  }
}
