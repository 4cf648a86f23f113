package cn.wufei.exchange.gate;

import cn.wufei.exchange.gate.Screening.Rule;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers what the hazard gate would say, before anybody publishes. Writes nothing.
@Controller("/api/v1/catalog/screening")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Catalog")
class ScreeningController {

  private final HazardGate gate;

  ScreeningController(HazardGate gate) {
    this.gate = gate;
  }

  @Post
  ScreeningView screen(@Body @Valid ScreeningRequest body) {
    WasteDescription waste = body.waste();
    return switch (gate.screen(waste)) {
      case Screening.Refused(Rule rule) -> ScreeningView.of("refused", rule);
      case Screening.Held(Rule rule) -> ScreeningView.of("held", rule);
      case Screening.Clear() -> ScreeningView.of(gate.requireClear(waste));
    };
  }

  @Serdeable
  @Schema(name = "ScreeningRequest")
  record ScreeningRequest(
      @Size(max = 40) @Nullable String materialKey,
      @Size(max = 10) @Nullable String classCode,
      @Size(max = 30) @Nullable String code,
      @Pattern(regexp = WasteDescription.SCHEMES) @Nullable String codeScheme,
      @Size(max = 200) @Nullable String name,
      @Size(max = 4000) @Nullable String description) {

    WasteDescription waste() {
      return new WasteDescription(
          materialKey, classCode, code, codeScheme, name, description, List.of());
    }
  }

  /// `verdict` is `clear`, `held` or `refused`; a code or class that could not be published is
  /// `refused` too.
  @Serdeable
  @Schema(name = "Screening")
  record ScreeningView(
      String verdict,
      @Nullable String rule,
      @Nullable String ruleZh,
      @Nullable String ruleEn,
      @Nullable String source) {

    static ScreeningView of(String verdict, Rule rule) {
      return new ScreeningView(verdict, rule.id(), rule.textZh(), rule.textEn(), rule.source());
    }

    static ScreeningView of(Outcome<Boolean> outcome) {
      return switch (outcome) {
        case Outcome.Done<Boolean> _ -> new ScreeningView("clear", null, null, null, null);
        case Outcome.Refused<Boolean>(_, _, var facts) ->
            new ScreeningView(
                "refused",
                String.valueOf(facts.get("rule")),
                String.valueOf(facts.get("ruleZh")),
                String.valueOf(facts.get("ruleEn")),
                String.valueOf(facts.get("source")));
      };
    }
  }
}
