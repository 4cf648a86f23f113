package cn.wufei.exchange.sample;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a request and the steps of its course must satisfy.
final class SampleRules {

  /// So far ahead one may wish for a sample.
  static final int WANTED_DAYS_MAX = 90;

  private SampleRules() {}

  /// Refused when the other organisation may not trade at present.
  static Outcome<OrganisationRef> verified(@Nullable OrganisationRef other) {
    return other != null && other.status().equals("verified")
        ? Outcome.done(other)
        : Outcome.refused(SampleRefusal.COUNTERPARTY_NOT_VERIFIED);
  }

  /// What was written, or nothing where that is blank.
  static @Nullable String stripped(@Nullable String written) {
    return written == null || written.isBlank() ? null : written.strip();
  }

  static Outcome<LocalDate> wanted(@Nullable LocalDate day, LocalDate today) {
    return day == null
        ? Outcome.done(today)
        : within("wantedBy", day, today, today.plusDays(WANTED_DAYS_MAX));
  }

  static Outcome<LocalDate> sendBy(LocalDate day, SampleProcess process, LocalDate today) {
    return within("sendBy", day, today, today.plusDays(process.sendDaysMax()));
  }

  /// It may have been sent before that was entered here, but not before it was asked for; what is
  /// sent may have been taken earlier, as a retained sample is.
  static Outcome<SampleDispatch> sent(SampleDispatch sent, LocalDate askedOn, LocalDate today) {
    LocalDate day = sent.sentOn();
    return within("sentOn", day, askedOn, today)
        .then(_ ->
            within(
                "sampledOn", sent.sampledOn(), day.minusDays(SampleLimits.SAMPLED_DAYS_MAX), day))
        .map(_ -> sent);
  }

  static Outcome<LocalDate> received(LocalDate day, LocalDate sentOn, LocalDate today) {
    return within("receivedOn", day, sentOn, today);
  }

  /// Who calls a sample unsuitable says why: the seller can learn from it, and a bare no helps
  /// nobody.
  static Outcome<SampleVerdict> concluded(SampleVerdict verdict, @Nullable String text) {
    return verdict == SampleVerdict.UNSUITABLE && text == null
        ? Outcome.refused(SampleRefusal.REASON_NEEDED, "text")
        : Outcome.done(verdict);
  }

  private static Outcome<LocalDate> within(
      String field, LocalDate day, LocalDate earliest, LocalDate latest) {
    return day.isBefore(earliest) || day.isAfter(latest)
        ? Outcome.<LocalDate>refused(SampleRefusal.DAY_OUTSIDE, field)
            .with("earliest", earliest.toString())
            .with("latest", latest.toString())
        : Outcome.done(day);
  }
}
