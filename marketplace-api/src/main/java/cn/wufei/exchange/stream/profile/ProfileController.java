package cn.wufei.exchange.stream.profile;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/// What waste streams are expected to generate.
@Controller("/api/v1/streams/{id}/profile")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "streams")
class ProfileController {

  private final StateProfile state;
  private final Streams streams;
  private final Profiles profiles;
  private final Writes writes;

  ProfileController(StateProfile state, Streams streams, Profiles profiles, Writes writes) {
    this.state = state;
    this.streams = streams;
    this.profiles = profiles;
    this.writes = writes;
  }

  /// What the stream is expected to generate; of version 0 and without months while nothing is
  /// stated.
  @Get
  @Secured({"reader", "audit-industry", "audit-ecology"})
  GenerationProfile read(Caller caller, @PathVariable Id id) {
    return Responses.valueOf(visible(caller, id).map(stream -> profiles.of(stream.id())));
  }

  /// States it anew; the version is 0 for the first time.
  @Put
  @Secured("trader")
  HttpResponse<GenerationProfile> state(
      Caller caller,
      @PathVariable Id id,
      @IfMatch Version version,
      @Body @Valid StateProfile.Command command) {
    return writes.change(() -> state.handle(caller, id, version.number(), command));
  }

  private Outcome<StreamRef> visible(Caller caller, Id id) {
    StreamRef stream = streams.find(id);
    return stream != null && caller.maySee(stream.organisationId())
        ? Outcome.done(stream)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }
}
