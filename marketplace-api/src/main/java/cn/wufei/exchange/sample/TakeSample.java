package cn.wufei.exchange.sample;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The buyer's side of a sample: takes the request back, receives it, says what came of it. Whoever
/// is kept apart meanwhile, or may not trade any more, still does: the sample is on its way.
@Singleton
class TakeSample {

  private final SampleSteps steps;

  TakeSample(SampleSteps steps) {
    this.steps = steps;
  }

  /// @param note such as that the jar was broken
  @Serdeable
  @Schema(name = "SampleReceipt")
  record Receipt(
      @NotNull LocalDate receivedOn, @Nullable @Size(max = SampleLimits.TEXT_MAX) String note) {}

  /// @param text what the laboratory found, in words; needed where the sample does not suit
  @Serdeable
  @Schema(name = "SampleConclusion")
  record Conclusion(
      @NotNull SampleVerdict verdict, @Nullable @Size(max = SampleLimits.TEXT_MAX) String text) {}

  /// Checked as [SampleSteps#lock] does.
  Outcome<Sample> withdraw(Caller caller, Id id, long version) {
    return steps
        .lock(caller, id, version, SampleAct.WITHDRAW)
        .map(held ->
            steps.take(
                caller,
                held,
                held.row().ended(SampleStatus.WITHDRAWN),
                SampleAct.WITHDRAW,
                SampleSteps.Said.NOTHING));
  }

  /// Checked in this order: [SampleSteps#lock], the day can be.
  Outcome<Sample> receive(Caller caller, Id id, long version, Receipt receipt) {
    LocalDate today = steps.today();
    return steps
        .lock(caller, id, version, SampleAct.RECEIVE)
        .then(held -> {
          LocalDate sentOn =
              Objects.requireNonNull(held.row().dispatch(), "sent without a dispatch").sentOn();
          return SampleRules.received(receipt.receivedOn(), sentOn, today)
              .map(day ->
                  steps.take(
                      caller,
                      held,
                      held.row().received(day, today),
                      SampleAct.RECEIVE,
                      new SampleSteps.Said(day, SampleRules.stripped(receipt.note()))));
        });
  }

  /// Checked in this order: [SampleSteps#lock], a sample that does not suit has its reason.
  Outcome<Sample> conclude(Caller caller, Id id, long version, Conclusion conclusion) {
    String text = SampleRules.stripped(conclusion.text());
    return steps
        .lock(caller, id, version, SampleAct.CONCLUDE)
        .then(held ->
            SampleRules.concluded(conclusion.verdict(), text)
                .map(verdict ->
                    steps.take(
                        caller,
                        held,
                        held.row().concluded(verdict),
                        SampleAct.CONCLUDE,
                        new SampleSteps.Said(null, text))));
  }
}
