package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.ActKind;
import cn.wufei.exchange.approval.AskedAct;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.price.BindingSum;
import cn.wufei.exchange.price.PriceIndices;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Acts about offers as they are asked for, as text and back.
@Singleton
class AskedOffers {

  private final BindingSum sums;
  private final PriceIndices indices;
  private final ObjectMapper json;
  private final Validator validator;

  AskedOffers(BindingSum sums, PriceIndices indices, ObjectMapper json, Validator validator) {
    this.sums = sums;
    this.indices = indices;
    this.json = json;
    this.validator = validator;
  }

  /// Fen to which the terms bind at most.
  long sumOf(Terms terms) {
    return sums.fen(
        terms.quantityKg(),
        indices.prices(terms.priceYuanPerT(), terms.formula()),
        terms.adjustments());
  }

  /// The terms of an offer never change, so that its version says all.
  AskedAct acceptance(OfferRow offer) {
    return asked(
        ActKind.ACCEPT,
        subject(offer),
        offer.parties().lotTitle(),
        offer.proposerId(),
        offer.terms(),
        null,
        offer.validTo());
  }

  /// @param counter the offer that would answer the other
  AskedAct counter(OfferRow offer, OfferRow counter, CounterDraft draft) {
    LocalDate lastDay =
        counter.validTo().isBefore(offer.validTo()) ? counter.validTo() : offer.validTo();
    return asked(
        ActKind.COUNTER,
        subject(offer),
        offer.parties().lotTitle(),
        offer.proposerId(),
        counter.terms(),
        textOf(
            Argument.of(AskedCounter.class),
            new AskedCounter(draft, counter.terms().freightInvoice())),
        lastDay);
  }

  AskedAct proposal(Lot lot, Id partner, Terms terms, LocalDate validTo, OfferDraft draft) {
    return asked(
        ActKind.PROPOSE,
        null,
        lot.title(),
        partner,
        terms,
        textOf(Argument.of(AskedProposal.class), new AskedProposal(draft, terms.freightInvoice())),
        validTo);
  }

  /// What would be offered; nothing where an offer has to say something else by now.
  @Nullable AskedProposal proposalOf(AskedAct asked) {
    return read(asked, AskedProposal.class);
  }

  /// The same of an answer.
  @Nullable AskedCounter counterOf(AskedAct asked) {
    return read(asked, AskedCounter.class);
  }

  private AskedAct asked(
      ActKind kind,
      AskedAct.@Nullable Subject about,
      String title,
      Id partner,
      Terms terms,
      @Nullable String content,
      LocalDate lastDay) {
    return new AskedAct(
        kind,
        about,
        title,
        partner,
        terms.quantityKg(),
        terms.priceYuanPerT(),
        sumOf(terms),
        content,
        lastDay);
  }

  private static AskedAct.Subject subject(OfferRow offer) {
    return new AskedAct.Subject(offer.id(), offer.version());
  }

  private <T> String textOf(Argument<T> type, T draft) {
    try {
      return new String(json.writeValueAsBytes(type, draft), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> @Nullable T read(AskedAct asked, Class<T> type) {
    String text = asked.content();
    try {
      T draft = text == null ? null : json.readValue(text, type);
      return draft == null || !validator.validate(draft).isEmpty() ? null : draft;
    } catch (IOException _) {
      return null;
    }
  }
}
