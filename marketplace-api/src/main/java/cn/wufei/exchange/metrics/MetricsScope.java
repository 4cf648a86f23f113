package cn.wufei.exchange.metrics;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Which streams a figure is about: those of one organisation, or those at the sites of a district.
/// A member of an organisation gets its own, whatever was asked; an authority gets its district
/// unless it asks for another place.
///
/// @param adcode prefix of the sites' administrative codes; `37` is the province, `370117` the
///   district
record MetricsScope(
    YearMonth from,
    YearMonth to,
    @Nullable Id organisationId,
    @Nullable String adcode,
    @Nullable String classCode,
    @Nullable String materialKey,
    @Nullable Id streamId) {

  static final int MONTHS_MAX = 120;

  /// What was asked for; months are the calendar's.
  record Request(
      YearMonth from,
      YearMonth to,
      @Nullable Id organisationId,
      @Nullable String adcode,
      @Nullable String classCode,
      @Nullable String materialKey,
      @Nullable Id streamId) {}

  /// Narrows a request to what its caller may see.
  @Singleton
  static class Rule {

    private final String district;

    Rule(@Value("${wufei.district.adcode:370117}") String district) {
      this.district = district;
    }

    MetricsScope of(Caller caller, Request request) {
      if (!caller.role().seesAll()) {
        return scoped(request, caller.organisationId(), null);
      }
      if (request.organisationId() != null) {
        return scoped(request, request.organisationId(), request.adcode());
      }
      return scoped(request, null, request.adcode() == null ? district : request.adcode());
    }

    private static MetricsScope scoped(
        Request request, @Nullable Id organisation, @Nullable String adcode) {
      return new MetricsScope(
          request.from(),
          request.to(),
          organisation,
          adcode,
          request.classCode(),
          request.materialKey(),
          request.streamId());
    }
  }
}
