package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.stream.quality.QualityReport;
import cn.wufei.exchange.stream.quality.QualityReports;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which lot.
@Singleton
class SeeLots {

  private final Lots lots;
  private final LotPriceStore prices;
  private final QualityReports reports;
  private final VisibleLots visible;

  SeeLots(Lots lots, LotPriceStore prices, QualityReports reports, VisibleLots visible) {
    this.lots = lots;
    this.prices = prices;
    this.reports = reports;
    this.visible = visible;
  }

  Outcome<Lot> one(Caller caller, Id id) {
    Lot lot = lots.find(id);
    return lot != null && visible.maySee(caller, lot)
        ? Outcome.done(lot)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  /// The prices of a lot that the caller may read, newest first.
  Outcome<Page<LotPrice>> prices(Caller caller, Id id, @Nullable Integer before, int limit) {
    return one(caller, id)
        .map(_ ->
            Page.ofSurplus(
                prices.page(id, before, limit + 1),
                limit,
                price -> Integer.toString(price.number())));
  }

  /// What laboratories found in the stream of a lot that the caller may read: all that stands for
  /// its owner and the authorities, what the owner shows for others.
  Outcome<Page<QualityReport>> qualityReports(
      Caller caller, Id id, @Nullable Id before, int limit) {
    return one(caller, id)
        .map(lot -> reports.standing(lot.streamId(), sharedOnly(caller, lot), before, limit));
  }

  /// The content of a file of one of these reports.
  Outcome<StreamedFile> qualityFile(Caller caller, Id id, Id reportId, Id fileId) {
    return one(caller, id)
        .then(lot ->
            Outcome.found(reports.file(lot.streamId(), sharedOnly(caller, lot), reportId, fileId)));
  }

  private static boolean sharedOnly(Caller caller, Lot lot) {
    return !caller.maySee(lot.organisation().id());
  }

  Page<Lot> own(Caller caller, @Nullable LotStatus status, @Nullable Id before, int limit) {
    return lots.page(caller.organisationId(), status, before, limit);
  }
}
