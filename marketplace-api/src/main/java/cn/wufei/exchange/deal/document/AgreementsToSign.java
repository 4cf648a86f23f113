package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Versions of agreements that we have not signed, and papers of the other side to confirm.
@Singleton
class AgreementsToSign implements WorkSource {

  private final WaitingStore store;
  private final PaperStore papers;
  private final Agreements agreements;

  AgreementsToSign(WaitingStore store, PaperStore papers, Agreements agreements) {
    this.store = store;
    this.papers = papers;
    this.agreements = agreements;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.AGREEMENT_TO_SIGN;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.count(caller.organisationId()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<DocumentRow> page =
        Page.ofSurplus(
            store.page(caller.organisationId(), after, limit + 1),
            limit,
            row -> row.id().toString());
    List<DocumentRow> rows = page.items();
    Map<Id, Agreement> about =
        agreements.findAll(rows.stream().map(DocumentRow::agreementId).toList());
    Map<Id, List<PaperRow>> recorded =
        rows.isEmpty() ? Map.of() : papers.of(rows.stream().map(DocumentRow::id).toList());
    return new Page<>(
        rows.stream()
            .map(row ->
                item(
                    caller,
                    row,
                    Objects.requireNonNull(about.get(row.agreementId())),
                    recorded.getOrDefault(row.id(), List.of()).stream()
                        .filter(paper -> paper.status() == PaperStatus.RECORDED)
                        .findFirst()
                        .orElse(null)))
            .toList(),
        page.next());
  }

  private static WorkItem item(
      Caller caller, DocumentRow row, Agreement agreement, @Nullable PaperRow paper) {
    boolean sells = agreement.sideOf(caller.organisationId()) == Side.SELLER;
    String aspect = row.proposal() == null ? "sign" : "amendment";
    return WorkItem.of(WorkKind.AGREEMENT_TO_SIGN, agreement.id(), agreement.lotTitle())
        .key(agreement.id() + ":" + row.number())
        .aspect(paper == null ? aspect : "confirm")
        .partner(sells ? agreement.buyer() : agreement.seller())
        .material(agreement.materialKey())
        .mass(agreement.quantityKg())
        .note(agreement.number())
        .since(paper == null ? row.madeAt() : paper.recordedAt())
        .build();
  }
}
