package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// Laboratory reports over batches of loads.
@Controller("/api/v1/assays")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class AssayController {

  private final RecordAssay record;
  private final WithdrawAssay withdraw;
  private final SeeStatements see;
  private final Writes writes;

  AssayController(RecordAssay record, WithdrawAssay withdraw, SeeStatements see, Writes writes) {
    this.record = record;
    this.withdraw = withdraw;
    this.see = see;
    this.writes = writes;
  }

  /// Records a report.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<AssayBatch> record(
      Caller caller, HttpRequest<?> request, @Body @Valid AssayDraft draft) {
    return writes.create(caller, request, draft, () -> record.handle(caller, draft));
  }

  /// The reports of the caller's organisation on either side, newest first.
  @Get
  Page<AssayBatch> list(
      Caller caller,
      @QueryValue @Nullable Id agreementId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.assays(caller, agreementId, cursor, limit);
  }

  /// One report.
  @Get("/{id}")
  AssayBatch read(Caller caller, Id id) {
    return Responses.valueOf(see.assay(caller, id));
  }

  /// Takes a report back.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<AssayBatch> withdraw(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.act(caller, request, id, () -> withdraw.handle(caller, id, version.number()));
  }
}
