package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.catalog.Region;
import cn.wufei.exchange.csv.Named;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.identity.Verification;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.PriceIndex;
import cn.wufei.exchange.price.PriceIndices;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Gathers what the first version of an agreement says, as everything is called at that moment, and
/// turns contents into bytes and back.
@Singleton
class ComposeContent {

  private static final int PROVINCE_DIGITS = 2;
  private static final String PROVINCE_REST = "0000";
  private static final Argument<AgreementContent> TYPE = Argument.of(AgreementContent.class);

  private final Organisations organisations;
  private final Lots lots;
  private final Catalog catalog;
  private final PriceIndices indices;
  private final ObjectMapper json;

  ComposeContent(
      Organisations organisations,
      Lots lots,
      Catalog catalog,
      PriceIndices indices,
      ObjectMapper json) {
    this.organisations = organisations;
    this.lots = lots;
    this.catalog = catalog;
    this.indices = indices;
    this.json = json;
  }

  /// @param conditions what was written with the offer
  AgreementContent first(Agreement agreement, @Nullable String conditions, Instant now) {
    Lot lot = lots.find(agreement.lotId());
    if (lot == null) {
      throw new IllegalStateException("an agreement has a lot: " + agreement.id());
    }
    AgreedMonths months =
        AgreedMonths.of(
            lot, agreement.quantityKg(), agreement.deliverFrom(), agreement.deliverTo());
    return new AgreementContent(
        agreement.framework() == null && agreement.formula() == null
            ? AgreementContent.FORMAT
            : AgreementContent.FORMAT_WITH_MORE,
        agreement.id(),
        agreement.number(),
        1,
        null,
        agreement.acceptedAt(),
        now,
        agreement.offerId(),
        party(agreement.seller(), agreement.sellerSite()),
        party(agreement.buyer(), agreement.buyerSite()),
        verification(agreement.buyer()),
        material(agreement, lot),
        agreement.lotId(),
        agreement.lotTitle(),
        agreement.streamId(),
        agreement.quantityKg(),
        agreement.tolerancePct(),
        months.months(),
        months.basis(),
        price(agreement, lot),
        agreement.adjustments().stream().map(this::adjustment).toList(),
        agreement.governingScale(),
        agreement.governingAssay(),
        agreement.deliverFrom(),
        agreement.deliverTo(),
        agreement.framework(),
        agreement.pollutionTerms(),
        conditions,
        null,
        transfer(agreement.sellerSite(), agreement.buyerSite()));
  }

  WrittenContent written(AgreementContent content) {
    try {
      return new WrittenContent(CanonicalJson.of(json.writeValueToTree(TYPE, content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AgreementContent read(WrittenContent content) {
    try {
      AgreementContent read = json.readValue(content.bytes(), TYPE);
      if (read == null) {
        throw new IllegalStateException("a content without anything: " + content.sha256());
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AgreementContent.Party party(OrganisationRef organisation, SiteRef site) {
    Region home = catalog.region(organisation.adcode());
    Region there = catalog.region(site.adcode());
    return new AgreementContent.Party(
        organisation.id(),
        organisation.name(),
        organisation.nameEn(),
        organisations.creditCodeOf(organisation.id()),
        organisation.adcode(),
        home == null ? null : home.nameZh(),
        home == null ? null : home.nameEn(),
        new AgreementContent.Place(
            site.id(),
            site.name(),
            site.nameEn(),
            site.adcode(),
            there == null ? null : there.nameZh(),
            there == null ? null : there.nameEn()));
  }

  private AgreementContent.ReceiverVerification verification(OrganisationRef receiver) {
    Id id = receiver.id();
    Verification verified = organisations.verificationOf(id);
    OrganisationRef by = verified == null ? null : verified.by();
    return new AgreementContent.ReceiverVerification(
        receiver.status(),
        verified == null ? null : verified.at(),
        by == null ? null : by.name(),
        by == null ? null : by.nameEn());
  }

  private AgreementContent.Material material(Agreement agreement, Lot lot) {
    Named name = catalog.nameOfMaterial(agreement.materialKey());
    return new AgreementContent.Material(
        agreement.materialKey(),
        name.zh(),
        name.en(),
        lot.classCode(),
        lot.code(),
        lot.codeScheme());
  }

  private AgreementContent.@Nullable Formula formula(Agreement agreement) {
    PriceFormula formula = agreement.formula();
    if (formula == null) {
      return null;
    }
    PriceIndex index = formula.index() == null ? null : indices.find(formula.index().index());
    return new AgreementContent.Formula(
        index == null ? null : index.nameZh(),
        index == null ? null : index.nameEn(),
        index == null ? null : index.source(),
        formula);
  }

  private AgreementContent.Price price(Agreement agreement, Lot lot) {
    return new AgreementContent.Price(
        agreement.priceYuanPerT(),
        lot.taxIncluded(),
        agreement.freightInvoice() == null ? PriceBasis.EX_WORKS : PriceBasis.DELIVERED,
        agreement.freightInvoice(),
        agreement.freightYuanPerT(),
        agreement.mode(),
        agreement.distanceKm(),
        agreement.distanceSource(),
        formula(agreement),
        null);
  }

  AgreementContent.Adjustment adjustment(QualityAdjustment moving) {
    Parameter parameter = catalog.parameter(moving.parameter());
    return new AgreementContent.Adjustment(
        moving.parameter(),
        parameter == null ? moving.parameter() : parameter.nameZh(),
        parameter == null ? moving.parameter() : parameter.nameEn(),
        parameter == null || parameter.unit().isEmpty() ? null : parameter.unit(),
        moving.basis(),
        moving.guaranteed(),
        moving.bands());
  }

  private AgreementContent.Transfer transfer(SiteRef from, SiteRef to) {
    String origin = provinceOf(from);
    String destination = provinceOf(to);
    Region left = catalog.region(origin + PROVINCE_REST);
    Region reached = catalog.region(destination + PROVINCE_REST);
    return new AgreementContent.Transfer(
        origin,
        left == null ? null : left.nameZh(),
        left == null ? null : left.nameEn(),
        destination,
        reached == null ? null : reached.nameZh(),
        reached == null ? null : reached.nameEn(),
        !origin.equals(destination),
        null);
  }

  private static String provinceOf(SiteRef site) {
    return site.adcode().substring(0, PROVINCE_DIGITS);
  }
}
