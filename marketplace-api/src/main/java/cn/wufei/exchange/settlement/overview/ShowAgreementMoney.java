package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.price.IndexMonth;
import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.Tonne;
import cn.wufei.exchange.settlement.LoadPrice;
import cn.wufei.exchange.settlement.LoadPrices;
import cn.wufei.exchange.settlement.MoneyMoves;
import cn.wufei.exchange.settlement.Pricing;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.Loads;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Puts together the money of one agreement.
@Singleton
@Connectable
class ShowAgreementMoney {

  /// So many of the loads between two parties that are on no agreed statement are counted, the
  /// oldest first: months of a hundred trucks a day.
  static final int LOADS_MAX = 10_000;

  private final Agreements agreements;
  private final PickupLimitStore limits;
  private final MoneyMoves money;
  private final Balances balances;
  private final Loads loads;
  private final LoadPrices prices;

  ShowAgreementMoney(
      Agreements agreements,
      PickupLimitStore limits,
      MoneyMoves money,
      Balances balances,
      Loads loads,
      LoadPrices prices) {
    this.agreements = agreements;
    this.limits = limits;
    this.money = money;
    this.balances = balances;
    this.loads = loads;
    this.prices = prices;
  }

  Outcome<AgreementMoney> handle(Caller caller, Id id) {
    Agreement agreement = agreements.find(id);
    if (agreement == null || agreement.sideOf(caller.organisationId()) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return Outcome.done(of(agreement));
  }

  AgreementMoney of(Agreement agreement) {
    Id seller = agreement.seller().id();
    Id buyer = agreement.buyer().id();
    PickupLimitStore.Limit limit = limits.find(agreement.id());
    long dueFen = money.dueFen(seller, buyer);
    long prepaidFen = money.prepaidFen(buyer, seller);
    List<Valued> valued = unstated(seller, buyer);
    List<Coverages.Leaving> unstated = valued.stream().map(Valued::leaving).toList();
    boolean buyerPays = agreement.priceYuanPerT().signum() > 0;
    return new AgreementMoney(
        agreement.id(),
        agreement.number(),
        agreement.seller(),
        agreement.buyer(),
        agreement.priceYuanPerT(),
        limit.version(),
        limit.active(),
        dueFen,
        prepaidFen,
        deposits(seller, buyer, agreement.id()),
        deposits(buyer, seller, agreement.id()),
        unstated.size(),
        unstated.stream().mapToLong(Coverages.Leaving::amountFen).sum(),
        valued.stream().anyMatch(Valued::isIndicative),
        buyerPays
            ? Coverages.of(prepaidFen - Math.max(0, dueFen), unstated, agreement.priceYuanPerT())
            : null);
  }

  private long deposits(Id lodger, Id holder, Id agreement) {
    return balances.of(AccountKey.money(AccountKind.DEPOSIT, lodger, holder, agreement));
  }

  private List<Valued> unstated(Id seller, Id buyer) {
    List<Load> open = loads.notAgreedBetween(seller, buyer, LOADS_MAX);
    Map<Id, Agreement> byId =
        agreements.findAll(open.stream().map(Load::agreementId).collect(Collectors.toSet()));
    Map<IndexMonth, BigDecimal> values = prices.values(open, byId);
    return open.stream()
        .map(load -> valued(load, Objects.requireNonNull(byId.get(load.agreementId())), values))
        .toList();
  }

  private static Valued valued(Load load, Agreement agreement, Map<IndexMonth, BigDecimal> values) {
    Long settledKg = load.settledKg();
    Long acceptedKg = load.acceptedKg();
    PriceFormula formula = agreement.formula();
    IndexMonth month = LoadPrices.monthOf(load, agreement);
    IndexTerms terms = LoadPrices.termsOf(agreement);
    BigDecimal value = month == null ? null : values.get(month);
    long goodsFen =
        Pricing.amountFen(
            settledKg == null ? load.origin().netKg() : settledKg,
            terms == null || value == null
                ? LoadPrice.of(load, agreement).priceYuanPerT()
                : terms.yuanPerT(value));
    long loadingFen =
        formula == null
            ? 0
            : formula.loadingFen(acceptedKg == null ? load.origin().netKg() : acceptedKg);
    return new Valued(
        new Coverages.Leaving(load.id(), load.number(), goodsFen + loadingFen),
        (month != null && value == null)
            || (formula != null && formula.pricedTonne() == Tonne.DRY));
  }

  /// @param isIndicative whether the amount is a guess
  private record Valued(Coverages.Leaving leaving, boolean isIndicative) {}
}
