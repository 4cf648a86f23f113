package cn.wufei.exchange.account;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as it is shown, with the names of what it is about.
///
/// @param subjectNumber of the agreement or load that it belongs to
/// @param held debits less credits, now, in the account's unit
@Serdeable
@Schema(name = "LedgerAccount")
record AccountView(
    Id id,
    long number,
    String unit,
    String kind,
    OrganisationRef owner,
    @Nullable OrganisationRef counterparty,
    @Nullable Id subjectId,
    @Nullable String subjectNumber,
    @Nullable Id siteId,
    @Nullable String siteName,
    @Nullable Id streamId,
    @Nullable String streamName,
    @Nullable String materialKey,
    @Nullable Integer generationYear,
    boolean limited,
    boolean closed,
    Instant openedAt,
    long held) {

  /// One page of accounts.
  @Serdeable
  @Schema(name = "LedgerAccountList")
  record AccountList(List<AccountView> items, @Nullable String next) {}

  /// An account and what it held on the axes asked for; with neither, what it holds now.
  ///
  /// @param asOf by what was recorded until then
  /// @param on by what happened until the end of that day
  @Serdeable
  @Schema(name = "LedgerAccountReading")
  record Reading(AccountView account, @Nullable Instant asOf, @Nullable LocalDate on, long held) {}

  /// The accounts of one kind that an organisation owns, or is the counterparty of.
  ///
  /// @param own whether it owns them
  /// @param holding how many of them hold anything
  @Serdeable
  @Schema(name = "LedgerKindTotal")
  record KindTotal(String unit, String kind, boolean own, int accounts, int holding, long held) {}

  @Serdeable
  @Schema(name = "LedgerKindTotalList")
  record KindList(List<KindTotal> items) {}

  /// What an account held from day to day.
  ///
  /// @param opening what it held at the end of the day before `from`
  /// @param days those on which anything happened
  @Serdeable
  @Schema(name = "LedgerAccountCourse")
  record Course(LocalDate from, LocalDate to, long opening, List<CourseDay> days) {}

  /// @param held at the end of the day
  @Serdeable
  @Schema(name = "LedgerAccountDay")
  record CourseDay(LocalDate on, long cameIn, long wentOut, long held) {}
}
