package cn.wufei.exchange.account;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a statement: a posting as its reader may see it.
///
/// @param number of the posting
/// @param block in which it is sealed
/// @param kind code of the transfer's kind
/// @param subjectNumber of the agreement or load that it is about
/// @param reversal whether it takes an earlier transfer back
/// @param change what it did to the account, in the statement of one account
/// @param held what the account held after it, in the statement of one account
/// @param mayProve whether the reader may have its proof
@Serdeable
@Schema(name = "LedgerLine")
record LineView(
    long number,
    @Nullable Long block,
    String kind,
    Id subjectId,
    @Nullable String subjectNumber,
    String reference,
    LocalDate occurredOn,
    Instant recordedAt,
    boolean reversal,
    String unit,
    long amount,
    @Nullable Long change,
    @Nullable Long held,
    SideView from,
    SideView to,
    boolean mayProve) {

  /// One of the two accounts. Which one it is and what it held is said in a statement only to whom
  /// it belongs; in a proof it is said of both, as the leaf says it too.
  @Serdeable
  @Schema(name = "LedgerLineSide")
  record SideView(
      @Nullable Id accountId,
      String kind,
      OrganisationRef owner,
      @Nullable Integer generationYear,
      @Nullable Long after) {}

  @Serdeable
  @Schema(name = "LedgerStatement")
  record Statement(List<LineView> items, @Nullable String next) {}
}
