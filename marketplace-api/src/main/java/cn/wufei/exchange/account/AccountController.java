package cn.wufei.exchange.account;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// Accounts and statements.
@Controller("/api/v1/ledger")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "ledger")
class AccountController {

  private final SeeAccounts accounts;
  private final SeeStatements statements;

  AccountController(SeeAccounts accounts, SeeStatements statements) {
    this.accounts = accounts;
    this.statements = statements;
  }

  /// The accounts of the caller's organisation, the newest first; authorities see those of all, but
  /// those of money.
  @Get("/accounts")
  AccountView.AccountList list(
      Caller caller,
      @Valid @RequestBean AccountFilter filter,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return accounts.page(caller, filter, cursor, limit);
  }

  /// What the organisation's accounts of each kind hold together.
  @Get("/kinds")
  AccountView.KindList kinds(Caller caller, @QueryValue @Nullable Id organisationId) {
    return accounts.kinds(caller, organisationId);
  }

  /// One account and what it held: by what was recorded until `asOf`, by what happened until the
  /// end of the day `on`, or both.
  @Get("/accounts/{id}")
  AccountView.Reading read(Caller caller, Id id, @Valid @RequestBean Axes axes) {
    return Responses.valueOf(axes.point().then(point -> accounts.one(caller, id, point)));
  }

  /// What the account held from day to day, by when things happened; the last year unless days are
  /// given.
  @Get("/accounts/{id}/days")
  AccountView.Course days(Caller caller, Id id, @Valid @RequestBean Period period) {
    return Responses.valueOf(period.days().then(days -> accounts.course(caller, id, days)));
  }

  /// The account line by line, the newest first; as a file (`format=csv`) all of it, the oldest
  /// first, at most 100,000 lines.
  @Get(
      value = "/accounts/{id}/statement",
      produces = {MediaType.APPLICATION_JSON, "text/csv"})
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LineView.Statement.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary"))
      })
  HttpResponse<?> statement(
      Caller caller,
      Id id,
      @Valid @RequestBean Period period,
      @QueryValue @Nullable StatementFormat format,
      @Parameter(hidden = true) @Header @Nullable String accept,
      @QueryValue @Nullable @Min(1) Long cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    SeeStatements.Reader statement =
        Responses.valueOf(period.days().then(days -> statements.ofAccount(caller, id, days)));
    return StatementFormat.of(format, accept)
        .answer(statement, cursor, limit, "account-" + id + ".csv");
  }

  /// All accounts of the organisation line by line, as of one account.
  @Get(
      value = "/statement",
      produces = {MediaType.APPLICATION_JSON, "text/csv"})
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LineView.Statement.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary"))
      })
  HttpResponse<?> organisationStatement(
      Caller caller,
      @QueryValue @Nullable Id organisationId,
      @Valid @RequestBean Period period,
      @QueryValue @Nullable StatementFormat format,
      @Parameter(hidden = true) @Header @Nullable String accept,
      @QueryValue @Nullable @Min(1) Long cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    SeeStatements.Reader statement =
        Responses.valueOf(
            period.days().map(days -> statements.ofOrganisation(caller, organisationId, days)));
    return StatementFormat.of(format, accept).answer(statement, cursor, limit, "statement.csv");
  }
}
