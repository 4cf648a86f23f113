package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins statements with their parties.
@Singleton
class StatementViews {

  private final Organisations organisations;

  StatementViews(Organisations organisations) {
    this.organisations = organisations;
  }

  Statement of(StatementRow row) {
    return ofAll(List.of(row)).getFirst();
  }

  List<Statement> ofAll(List<StatementRow> rows) {
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.sellerId(), row.buyerId()))
                .collect(Collectors.toSet()));
    return rows.stream()
        .map(row ->
            new Statement(
                row.id(),
                row.number(),
                row.version(),
                row.status(),
                Objects.requireNonNull(parties.get(row.sellerId())),
                Objects.requireNonNull(parties.get(row.buyerId())),
                row.draftedBy(),
                row.month().toString(),
                row.correctsId(),
                row.terms(),
                row.totals(),
                row.prepaidFen(),
                row.draftedAt(),
                row.agreedAt(),
                row.endedAt(),
                row.disputeReason()))
        .toList();
  }
}
