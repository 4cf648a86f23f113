package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a version of an agreement says, in no language: figures, codes and names as they were at
/// `madeAt`, and texts as the parties wrote them. What is stored and hashed is this in its
/// canonical form ([CanonicalJson]); a change of its members is another `format`.
///
/// @param previousSha256 of the version that this one amends, so that the versions form a chain
/// @param receiverVerification the producer has to make sure of the receiver's standing before it
///   hands waste over (Solid Waste Law, art. 37): who has, and when
/// @param months what of the quantity falls to which month; none where it does not recur
/// @param framework where the quantity is called off month by month
/// @param conditions what was written with the offer, or the further conditions of the tender
/// @param paymentTerms of amendments only: offers and tenders state none but in the conditions
/// @param transfer whether the tonnes leave their province, which has to be filed (art. 22)
@Serdeable
@Schema(name = "AgreementContent")
record AgreementContent(
    String format,
    Id agreementId,
    String agreementNumber,
    int versionNumber,
    @Nullable String previousSha256,
    Instant agreedAt,
    Instant madeAt,
    Id offerId,
    Party seller,
    Party buyer,
    ReceiverVerification receiverVerification,
    Material material,
    Id lotId,
    String lotTitle,
    Id streamId,
    long quantityKg,
    BigDecimal tolerancePct,
    List<MonthQuantity> months,
    @Nullable MonthsBasis monthsBasis,
    Price price,
    List<Adjustment> adjustments,
    Side governingScale,
    Assay governingAssay,
    LocalDate deliverFrom,
    LocalDate deliverTo,
    @Nullable Framework framework,
    String pollutionTerms,
    @Nullable String conditions,
    @Nullable String paymentTerms,
    Transfer transfer) {

  static final String FORMAT = "wufei-agreement/1";

  /// Of contents that say what the first format has no word for: a framework, the formula of a
  /// price, since when a price holds, or months that an amendment states. Who knows the first only
  /// would miss that loads are called off, or take the indicative price for the agreed one.
  static final String FORMAT_WITH_MORE = "wufei-agreement/2";

  /// Empty lists are not written.
  AgreementContent {
    months = months == null ? List.of() : List.copyOf(months);
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }

  /// How the price moves, without the names of the parameters.
  List<QualityAdjustment> movements() {
    return adjustments.stream().map(Adjustment::movement).toList();
  }

  Party party(Side side) {
    return side == Side.SELLER ? seller : buyer;
  }

  /// @param uscc unified social credit code
  /// @param adcode of the organisation, six digits of GB/T 2260
  @Serdeable
  @Schema(name = "DocumentParty")
  record Party(
      Id organisationId,
      String name,
      @Nullable String nameEn,
      @Nullable String uscc,
      String adcode,
      @Nullable String regionZh,
      @Nullable String regionEn,
      Place site) {}

  /// From where to where the tonnes go.
  @Serdeable
  @Schema(name = "DocumentSite")
  record Place(
      Id id,
      String name,
      @Nullable String nameEn,
      String adcode,
      @Nullable String regionZh,
      @Nullable String regionEn) {}

  /// @param status of the receiving organisation, as the exchange has it
  @Serdeable
  @Schema(name = "ReceiverVerification")
  record ReceiverVerification(
      String status,
      @Nullable Instant verifiedAt,
      @Nullable String verifiedBy,
      @Nullable String verifiedByEn) {}

  /// @param code of the national catalogue, or of `codeScheme` where that is given
  @Serdeable
  @Schema(name = "DocumentMaterial")
  record Material(
      String key,
      String nameZh,
      String nameEn,
      String classCode,
      @Nullable String code,
      @Nullable String codeScheme) {}

  /// Where the quantities by month come from.
  @Serdeable
  @Schema(name = "MonthsBasis")
  enum MonthsBasis {
    /// The whole schedule of the lot.
    @JsonProperty("lot")
    LOT,
    /// The lot's months within the time of delivery, in proportion.
    @JsonProperty("pro-rata")
    PRO_RATA,
    /// As an amendment states them.
    @JsonProperty("amended")
    AMENDED
  }

  /// @param yuanPerT of a tonne of the agreed quality; negative when the seller pays
  /// @param taxIncluded as the lot says
  /// @param freightInvoice where the price is delivered
  /// @param freightYuanPerT what the way costs by the catalog's rates
  /// @param from the first day on which an amended price holds, by the weighing that governs; loads
  ///   of earlier days keep the price of the version before. Nothing where an amendment holds from
  ///   the day of the last signature, and of the first price
  @Serdeable
  @Schema(name = "DocumentPrice")
  record Price(
      BigDecimal yuanPerT,
      boolean taxIncluded,
      PriceBasis basis,
      @Nullable FreightInvoice freightInvoice,
      BigDecimal freightYuanPerT,
      FreightMode haulMode,
      BigDecimal distanceKm,
      DistanceSource distanceSource,
      @Nullable Formula formula,
      @Nullable LocalDate from) {

    Price amended(BigDecimal price, @Nullable LocalDate since) {
      return new Price(
          price,
          taxIncluded,
          basis,
          freightInvoice,
          freightYuanPerT,
          haulMode,
          distanceKm,
          distanceSource,
          formula,
          since);
    }
  }

  /// What the price is besides that figure, which is then the indicative one where it follows an
  /// index.
  ///
  /// @param indexSource who publishes the index, and where
  @Serdeable
  @Schema(name = "DocumentFormula")
  record Formula(
      @Nullable String indexNameZh,
      @Nullable String indexNameEn,
      @Nullable String indexSource,
      PriceFormula terms) {}

  /// How the price moves with one parameter; see [QualityAdjustment].
  @Serdeable
  @Schema(name = "DocumentAdjustment")
  record Adjustment(
      String parameter,
      String nameZh,
      String nameEn,
      @Nullable String unit,
      String basis,
      BigDecimal guaranteed,
      List<QualityAdjustment.Band> bands) {

    Adjustment {
      bands = bands == null ? List.of() : List.copyOf(bands);
    }

    private QualityAdjustment movement() {
      return new QualityAdjustment(parameter, basis, guaranteed, bands).plain();
    }
  }

  /// @param originProvince the first two digits of the number of the site's district
  /// @param filingReference under which the authority of the origin has the transfer on file
  @Serdeable
  @Schema(name = "DocumentTransfer")
  record Transfer(
      String originProvince,
      @Nullable String originNameZh,
      @Nullable String originNameEn,
      String destinationProvince,
      @Nullable String destinationNameZh,
      @Nullable String destinationNameEn,
      boolean crossesProvince,
      @Nullable String filingReference) {

    Transfer filed(@Nullable String reference) {
      return new Transfer(
          originProvince,
          originNameZh,
          originNameEn,
          destinationProvince,
          destinationNameZh,
          destinationNameEn,
          crossesProvince,
          reference);
    }
  }
}
