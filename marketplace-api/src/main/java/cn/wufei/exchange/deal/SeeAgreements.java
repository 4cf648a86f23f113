package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which agreement: its parties, and the authorities.
@Singleton
@Connectable
class SeeAgreements {

  private final AgreementStore agreements;
  private final AgreementViews views;

  SeeAgreements(AgreementStore agreements, AgreementViews views) {
    this.agreements = agreements;
    this.views = views;
  }

  Outcome<Agreement> one(Caller caller, Id id) {
    AgreementRow row = agreements.find(id);
    return row != null && row.parties().maySee(caller)
        ? Outcome.done(views.of(row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Agreement> page(
      Caller caller, @Nullable AgreementStatus status, @Nullable Id before, int limit) {
    Page<AgreementRow> page =
        Page.ofSurplus(
            agreements.page(caller, status, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views.ofAll(page.items()), page.next());
  }
}
