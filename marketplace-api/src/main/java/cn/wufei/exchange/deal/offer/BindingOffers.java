package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.ActKind;
import cn.wufei.exchange.approval.AskedAct;
import cn.wufei.exchange.approval.BindingAct;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// How offers are accepted, made and answered once that is approved.
@Factory
class BindingOffers {

  private final OfferStore store;
  private final OfferViews views;
  private final AskedOffers asked;

  BindingOffers(OfferStore store, OfferViews views, AskedOffers asked) {
    this.store = store;
    this.views = views;
    this.asked = asked;
  }

  @Singleton
  BindingAct acceptance(AcceptOffer accept) {
    return new Act(
        ActKind.ACCEPT,
        true,
        this::isOpen,
        (caller, act) ->
            accept.approved(caller, subject(act).id(), subject(act).version()).map(Agreement::id));
  }

  @Singleton
  BindingAct proposal(ProposeOffer propose) {
    return new Act(
        ActKind.PROPOSE,
        false,
        act -> {
          AskedProposal proposal = asked.proposalOf(act);
          return proposal != null && propose.stands(proposal);
        },
        (caller, act) ->
            propose
                .approved(caller, Objects.requireNonNull(asked.proposalOf(act)).offer())
                .map(Offer::id));
  }

  @Singleton
  BindingAct counter(CounterOffer counter) {
    return new Act(
        ActKind.COUNTER,
        false,
        act -> isOpen(act) && asked.counterOf(act) != null,
        (caller, act) ->
            counter
                .approved(
                    caller,
                    subject(act).id(),
                    subject(act).version(),
                    Objects.requireNonNull(asked.counterOf(act)).offer())
                .map(Offer::id));
  }

  private boolean isOpen(AskedAct act) {
    OfferRow offer = store.lockOffer(subject(act).id());
    return offer != null
        && offer.version() == subject(act).version()
        && offer.statusOn(views.today()) == OfferStatus.OPEN;
  }

  private static AskedAct.Subject subject(AskedAct act) {
    return Objects.requireNonNull(act.about());
  }

  private record Act(
      ActKind kind,
      boolean isPosting,
      Predicate<AskedAct> standing,
      BiFunction<Caller, AskedAct, Outcome<Id>> doing)
      implements BindingAct {

    @Override
    public boolean stands(AskedAct act) {
      return standing.test(act);
    }

    @Override
    public Outcome<Id> carryOut(Caller caller, AskedAct act) {
      return doing.apply(caller, act);
    }
  }
}
