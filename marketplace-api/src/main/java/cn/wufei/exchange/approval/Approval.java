package cn.wufei.exchange.approval;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request for approval as the firm sees it.
///
/// @param subjectId the offer that would be accepted or countered, or the tender that would be
///   awarded; absent where an offer would be made
/// @param subjectVersion in which it was looked at; in another one nothing is done
/// @param title of the lot, as it read then
/// @param partner who would be bound as well
/// @param priceYuanPerT of the agreed quality; negative when the producer pays
/// @param sumFen fen that it binds to at most, whoever pays; absent where nothing bounds it
/// @param aboveFen the sum in fen above which the firm wanted approval then
/// @param content the offer that would be made (`offer`, in the words of its body) and who invoices
///   the freight where its price is delivered (`freightInvoice`); only where an offer is made and
///   not in lists
/// @param lastDay on which it can be approved
/// @param decider who approved, refused or withdrew it
/// @param reason why it was refused
/// @param overtakenBy why the exchange ended it
/// @param resultId the offer or agreement that came of it
/// @param steps what the caller may do about it now
@Serdeable
@Schema(name = "Approval")
public record Approval(
    Id id,
    ApprovalStatus status,
    ActKind act,
    @Nullable Id subjectId,
    @Nullable Long subjectVersion,
    String title,
    @Nullable OrganisationRef partner,
    long quantityKg,
    BigDecimal priceYuanPerT,
    @Nullable Long sumFen,
    long aboveFen,
    @Nullable Map<String, Object> content,
    String asker,
    Instant askedAt,
    LocalDate lastDay,
    @Nullable String decider,
    @Nullable Instant decidedAt,
    @Nullable String reason,
    @Nullable OvertakenBy overtakenBy,
    @Nullable Id resultId,
    List<ApprovalStep> steps) {

  public Approval {
    steps = List.copyOf(steps);
  }
}
