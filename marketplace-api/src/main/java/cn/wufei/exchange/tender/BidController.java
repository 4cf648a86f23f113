package cn.wufei.exchange.tender;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/// The bid of the caller's organisation in a tender.
@Controller("/api/v1/tenders/{id}/bid")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "tenders")
class BidController {

  private final SealBid seal;
  private final OpenBid open;
  private final SeeTenders see;
  private final Writes writes;

  BidController(SealBid seal, OpenBid open, SeeTenders see, Writes writes) {
    this.seal = seal;
    this.open = open;
    this.see = see;
    this.writes = writes;
  }

  /// The caller's own bid, the last one where it was withdrawn.
  @Get
  OwnBid read(Caller caller, Id id) {
    return Responses.valueOf(see.ownBid(caller, id));
  }

  /// Seals a bid.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<OwnBid> seal(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid BidDraft draft) {
    return writes.create(caller, request, draft, () -> seal.seal(caller, id, draft));
  }

  /// Puts another in the place of the bid that is sealed; it counts as sealed now.
  @Put
  @Secured("trader")
  HttpResponse<OwnBid> replace(
      Caller caller, Id id, @IfMatch Version version, @Body @Valid BidDraft draft) {
    return writes.change(() -> seal.replace(caller, id, version.number(), draft));
  }

  /// Withdraws the bid that is sealed.
  @Delete
  @Secured("trader")
  HttpResponse<OwnBid> withdraw(Caller caller, Id id, @IfMatch Version version) {
    return writes.change(() -> seal.withdraw(caller, id, version.number()));
  }

  /// Opens the bid: price and nonce must be those that were sealed.
  @Post("/opening")
  @Secured("trader")
  HttpResponse<OwnBid> open(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid BidOpening opening) {
    return writes.act(caller, request, opening, () -> open.handle(caller, id, opening));
  }
}
