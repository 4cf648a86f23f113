package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives an agreement the terms of an amendment that both sides have signed. More is reserved from
/// the lot, and what is given up goes back to it.
@Singleton
public class AmendTerms {

  private final AgreementStore store;
  private final AgreedPriceStore prices;
  private final Agreements agreements;
  private final AgreementViews views;
  private final FreedTonnes freed;
  private final Journal journal;

  AmendTerms(
      AgreementStore store,
      AgreedPriceStore prices,
      Agreements agreements,
      AgreementViews views,
      FreedTonnes freed,
      Journal journal) {
    this.store = store;
    this.prices = prices;
    this.agreements = agreements;
    this.views = views;
    this.freed = freed;
    this.journal = journal;
  }

  /// The terms as they are from now on.
  ///
  /// @param versionId the version that both signed
  /// @param number of that version
  /// @param price with its day; nothing where the price stays
  public record Amendment(
      Id versionId,
      int number,
      long quantityKg,
      LocalDate deliverTo,
      BigDecimal tolerancePct,
      String pollutionTerms,
      @Nullable AgreedPrice price) {}

  /// Must run in a posting write, with the agreement held as it is given, after the caller has made
  /// sure that the lot has what is wanted beyond what was agreed.
  public Outcome<Agreement> handle(
      Caller caller, Agreement held, Amendment amendment, Instant now) {
    AgreementRow before = store.lockAgreement(held.id());
    if (before == null) {
      throw new IllegalArgumentException("no such agreement: " + held.id());
    }
    long moreKg = Agreements.moreReservedKg(held, amendment.quantityKg());
    return moreKg == 0
        ? Outcome.done(views.of(amended(before, amendment, now)))
        : journal
            .post(transfer(caller, before, amendment, moreKg, now))
            .map(_ -> {
              AgreementRow after = amended(before, amendment, now);
              agreements.refreshNeighbours(after);
              return views.of(after);
            });
  }

  private AgreementRow amended(AgreementRow before, Amendment amendment, Instant now) {
    AgreedPrice price = amendment.price();
    if (price != null) {
      prices.insert(
          new AgreedPriceStore.Row(
              amendment.versionId(), before.id(), amendment.number(), price, now));
    }
    AgreementRow amended =
        before.amended(
            before
                .terms()
                .amended(
                    amendment.quantityKg(),
                    amendment.deliverTo(),
                    amendment.tolerancePct(),
                    amendment.pollutionTerms()),
            price);
    store.amend(amended);
    return amended;
  }

  private TransferDraft transfer(
      Caller caller, AgreementRow agreement, Amendment amendment, long moreKg, Instant now) {
    Parties parties = agreement.parties();
    AccountKey reserved =
        AccountKey.commitment(AccountKind.RESERVED, parties.sellerId(), agreement.id());
    Move move =
        moreKg > 0
            ? new Move(
                AccountKey.commitment(AccountKind.AVAILABLE, parties.sellerId(), parties.lotId()),
                reserved,
                moreKg)
            : new Move(reserved, freed.destination(parties, now), -moreKg);
    TransferKind kind = TransferKind.AGREEMENT_AMENDED;
    return new TransferDraft(
        kind,
        kind.code() + ":" + amendment.versionId(),
        caller.organisationId(),
        agreement.id(),
        now,
        List.of(move));
  }
}
