package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/sites")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sites")
class SiteController {

  private final AddSite addSite;
  private final SiteViews views;
  private final Writes writes;

  SiteController(AddSite addSite, SiteViews views, Writes writes) {
    this.addSite = addSite;
    this.views = views;
    this.writes = writes;
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  Page<SiteView> list(
      Caller caller,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return views.page(caller.organisationId(), cursor, limit);
  }

  @Post
  @Secured({"org-admin", "trader"})
  HttpResponse<SiteView> add(@Body @Valid NewSite body, Caller caller, HttpRequest<?> request) {
    return writes.create(caller, request, body, () -> addSite.handle(caller, body.command()));
  }

  /// @param coordinateSystem what the degrees are given in; WGS-84 when left out
  @Serdeable
  record NewSite(
      @NotBlank @Size(max = Inputs.NAME_MAX) String name,
      @Nullable @Size(min = 1, max = Inputs.NAME_EN_MAX) String nameEn,
      @NotNull @Pattern(regexp = Inputs.ADCODE) String adcode,
      @NotNull
          @DecimalMin(Inputs.LATITUDE_MIN)
          @DecimalMax(Inputs.LATITUDE_MAX)
          @Digits(integer = Inputs.DEGREE_DIGITS, fraction = Inputs.DEGREE_DECIMALS)
          BigDecimal latitude,
      @NotNull
          @DecimalMin(Inputs.LONGITUDE_MIN)
          @DecimalMax(Inputs.LONGITUDE_MAX)
          @Digits(integer = Inputs.DEGREE_DIGITS, fraction = Inputs.DEGREE_DECIMALS)
          BigDecimal longitude,
      @Nullable CoordinateSystem coordinateSystem,
      @Nullable @Size(max = Inputs.ADDRESS_MAX) String address,
      @Nullable Boolean railSiding,
      @Nullable Boolean wharf) {

    AddSite.Command command() {
      return new AddSite.Command(
          name.strip(),
          nameEn,
          adcode,
          latitude,
          longitude,
          Objects.requireNonNullElse(coordinateSystem, CoordinateSystem.WGS_84),
          address,
          Boolean.TRUE.equals(railSiding),
          Boolean.TRUE.equals(wharf));
    }
  }
}
