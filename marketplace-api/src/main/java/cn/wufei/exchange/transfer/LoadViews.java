package cn.wufei.exchange.transfer;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins loads with their parties.
@Singleton
class LoadViews {

  private final Organisations organisations;

  LoadViews(Organisations organisations) {
    this.organisations = organisations;
  }

  Load of(LoadRow row) {
    return ofAll(List.of(row)).getFirst();
  }

  List<Load> ofAll(List<LoadRow> rows) {
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.route().sellerId(), row.route().buyerId()))
                .collect(Collectors.toSet()));
    return rows.stream()
        .map(row ->
            view(
                row,
                Objects.requireNonNull(parties.get(row.route().sellerId())),
                Objects.requireNonNull(parties.get(row.route().buyerId()))))
        .toList();
  }

  private static Load view(LoadRow row, OrganisationRef seller, OrganisationRef buyer) {
    LoadRow.Receipt receipt = row.receipt();
    LoadRow.Rejection rejection = row.rejection();
    Long differenceKg =
        receipt == null ? null : receipt.destination().netKg() - row.origin().netKg();
    return new Load(
        row.id(),
        row.number(),
        row.version(),
        row.status(),
        row.route().agreementId(),
        row.route().agreementNumber(),
        row.route().streamId(),
        row.route().materialKey(),
        seller,
        buyer,
        row.truck().plate(),
        row.truck().carrier(),
        row.truck().manifestNumber(),
        row.origin(),
        receipt == null ? null : arrival(receipt),
        receipt == null ? null : receipt.acceptedKg(),
        receipt == null ? null : receipt.settledKg(),
        receipt == null ? null : receipt.moisturePct(),
        receipt == null ? null : receipt.deductionKg(),
        differenceKg,
        differenceKg == null ? null : Settlement.differencePct(differenceKg, row.origin().netKg()),
        receipt == null ? null : receipt.beyondTolerance(),
        receipt == null ? null : receipt.note(),
        row.beyondStockKg(),
        row.beyondAgreementKg(),
        row.beyondCallOffKg(),
        rejection == null ? null : rejection.at(),
        rejection == null ? null : rejection.reason());
  }

  private static Arrival arrival(LoadRow.Receipt receipt) {
    Weighing destination = receipt.destination();
    return new Arrival(
        destination.ticketNumber(),
        destination.grossKg(),
        destination.tareKg(),
        destination.netKg(),
        receipt.rejectedKg(),
        destination.at());
  }
}
