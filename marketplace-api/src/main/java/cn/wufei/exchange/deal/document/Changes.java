package cn.wufei.exchange.deal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an amendment changes. Names are those of the content's members.
final class Changes {

  static final String DELIVER_TO = "deliverTo";
  static final String TOLERANCE = "tolerancePct";
  static final String POLLUTION_TERMS = "pollutionTerms";
  static final String PAYMENT_TERMS = "paymentTerms";
  static final String FILING_REFERENCE = "filingReference";

  private static final List<Member> MEMBERS =
      List.of(
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

  private record Member(String name, Function<AgreementContent, @Nullable String> value) {}
}
