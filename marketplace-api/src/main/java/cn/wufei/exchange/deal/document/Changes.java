package cn.wufei.exchange.deal.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an amendment changes. Names are those of the content's members, as far as they are its own
/// and not those of its price.
final class Changes {

  static final String QUANTITY = "quantityKg";
  static final String MONTHS = "months";
  static final String PRICE = "priceYuanPerT";
  static final String ADJUSTMENTS = "adjustments";
  static final String PRICE_FROM = "priceFrom";
  static final String DELIVER_TO = "deliverTo";
  static final String TOLERANCE = "tolerancePct";
  static final String POLLUTION_TERMS = "pollutionTerms";
  static final String PAYMENT_TERMS = "paymentTerms";
  static final String FILING_REFERENCE = "filingReference";

  private static final List<Member> MEMBERS =
      List.of(
          new Member(QUANTITY, content -> Long.toString(content.quantityKg())),
          new Member(MONTHS, Changes::months),
          new Member(
              PRICE, content -> content.price().yuanPerT().stripTrailingZeros().toPlainString()),
          new Member(ADJUSTMENTS, Changes::adjustments),
          new Member(PRICE_FROM, Changes::priceFrom),
          new Member(DELIVER_TO, content -> content.deliverTo().toString()),
          new Member(
              TOLERANCE, content -> content.tolerancePct().stripTrailingZeros().toPlainString()),
          new Member(POLLUTION_TERMS, AgreementContent::pollutionTerms),
          new Member(PAYMENT_TERMS, AgreementContent::paymentTerms),
          new Member(FILING_REFERENCE, content -> content.transfer().filingReference()));

  private Changes() {}

  static List<DocumentVersion.Change> between(AgreementContent before, AgreementContent after) {
    List<DocumentVersion.Change> changes = new ArrayList<>();
    for (Member member : MEMBERS) {
      @Nullable String was = member.value().apply(before);
      @Nullable String is = member.value().apply(after);
      if (!Objects.equals(was, is)) {
        changes.add(new DocumentVersion.Change(member.name(), was, is));
      }
    }
    return changes;
  }

  /// Whether another price holds.
  static boolean isRepriced(AgreementContent before, AgreementContent after) {
    return before.price().yuanPerT().compareTo(after.price().yuanPerT()) != 0
        || !before.movements().equals(after.movements());
  }

  /// A line for each month, with its kilograms.
  private static @Nullable String months(AgreementContent content) {
    return lines(content.months().stream().map(month -> month.month() + " " + month.quantityKg()));
  }

  /// A line for each band: parameter, basis, agreed value, ends of the band (`*` for an open one)
  /// and the rate.
  private static @Nullable String adjustments(AgreementContent content) {
    return lines(
        content.movements().stream()
            .flatMap(moving ->
                moving.bands().stream()
                    .map(band ->
                        String.join(
                            " ",
                            moving.parameter(),
                            moving.basis(),
                            moving.guaranteed().toPlainString(),
                            end(band.from()),
                            end(band.to()),
                            band.yuanPerTPerUnit().toPlainString()))));
  }

  private static String end(@Nullable BigDecimal value) {
    return value == null ? "*" : value.toPlainString();
  }

  private static @Nullable String priceFrom(AgreementContent content) {
    LocalDate from = content.price().from();
    return from == null ? null : from.toString();
  }

  private static @Nullable String lines(Stream<String> all) {
    String text = all.collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }

  private record Member(String name, Function<AgreementContent, @Nullable String> value) {}
}
