package cn.wufei.exchange.stream;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.gate.HazardGate;
import cn.wufei.exchange.gate.WasteDescription;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Registers a kind of waste that a site produces. Hazardous waste and what looks like it is
/// refused or held here already, before any tonne is recorded (Solid Waste Law arts. 80, 112).
@Singleton
class RegisterStream {

  private final StreamRepository streams;
  private final StreamViews views;
  private final Organisations organisations;
  private final Catalog catalog;
  private final HazardGate gate;
  private final AuditLog audit;
  private final Clock clock;

  RegisterStream(
      StreamRepository streams,
      StreamViews views,
      Organisations organisations,
      Catalog catalog,
      HazardGate gate,
      AuditLog audit,
      Clock clock) {
    this.streams = streams;
    this.views = views;
    this.organisations = organisations;
    this.catalog = catalog;
    this.gate = gate;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<StreamViews.Stream> handle(Caller caller, Command command) {
    OrganisationRef organisation = organisations.find(caller.organisationId());
    if (organisation == null || !organisation.kind().startsWith("producer")) {
      return Outcome.refused(StreamRefusal.NOT_A_PRODUCER);
    }
    SiteRef site = organisations.findSite(command.siteId());
    if (site == null || !site.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(StreamRefusal.SITE_UNKNOWN, "siteId");
    }
    if (catalog.material(command.materialKey()) == null) {
      return Outcome.refused(StreamRefusal.MATERIAL_UNKNOWN, "materialKey");
    }
    if (streams.existsByOrganisationIdAndName(caller.organisationId(), command.name())) {
      return Outcome.refused(StreamRefusal.STREAM_NAME_TAKEN, "name");
    }
    return gate.requireClear(command.description()).map(_ -> register(caller, command));
  }

  private StreamViews.Stream register(Caller caller, Command command) {
    StreamRow row =
        streams.save(
            new StreamRow(
                Id.next(),
                caller.organisationId(),
                command.siteId(),
                command.materialKey(),
                command.classCode(),
                command.code(),
                command.codeScheme(),
                command.name(),
                command.process(),
                Instant.now(clock),
                1));
    audit.record(
        caller,
        "stream-registered",
        "stream",
        row.id(),
        Map.of("materialKey", row.materialKey(), "classCode", row.classCode()));
    return views.of(row);
  }

  /// @param code nine characters `NNN-QQQ-SCC` of the 2024 catalogue; absent while it is
  ///   unconfirmed
  @Serdeable
  @Schema(name = "RegisterStream")
  record Command(
      @NotNull Id siteId,
      @NotBlank @Size(max = 40) String materialKey,
      @NotBlank @Pattern(regexp = "SW\\d{2}") String classCode,
      @Nullable @Size(max = 11) String code,
      @Nullable @Pattern(regexp = WasteDescription.SCHEMES) String codeScheme,
      @NotBlank @Size(max = 80) String name,
      @Nullable @Size(max = 200) String process) {

    WasteDescription description() {
      return new WasteDescription(
          materialKey, classCode, code, codeScheme, name, process, List.of());
    }
  }
}
