package cn.wufei.exchange.approval;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins requests with the names of people and partners.
@Singleton
class ApprovalViews {

  private static final Argument<Map<String, Object>> FREE =
      Argument.mapOf(String.class, Object.class);

  private final Organisations organisations;
  private final ObjectMapper json;
  private final Clock clock;

  ApprovalViews(Organisations organisations, ObjectMapper json, Clock clock) {
    this.organisations = organisations;
    this.json = json;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  /// With what it says.
  Approval of(Caller caller, ApprovalRow row) {
    String content = row.asked().content();
    return view(caller, row, Names.of(organisations, List.of(row)), contentOf(content));
  }

  /// Without what they say.
  List<Approval> listed(Caller caller, List<ApprovalRow> rows) {
    Names names = Names.of(organisations, rows);
    return rows.stream().map(row -> view(caller, row, names, null)).toList();
  }

  /// The sum, or nothing where nothing bounds it.
  static @Nullable Long sumOf(AskedAct asked) {
    return asked.sumFen() == Long.MAX_VALUE ? null : asked.sumFen();
  }

  private Approval view(
      Caller caller, ApprovalRow row, Names names, @Nullable Map<String, Object> content) {
    AskedAct asked = row.asked();
    AskedAct.Subject about = asked.about();
    ApprovalRow.Decision decision = row.decision();
    Id decider = decision == null ? null : decision.decider();
    ApprovalStatus status = row.statusOn(today());
    return new Approval(
        row.id(),
        status,
        asked.kind(),
        about == null ? null : about.id(),
        about == null ? null : about.version(),
        asked.title(),
        asked.partner() == null ? null : names.organisations().get(asked.partner()),
        asked.quantityKg(),
        asked.priceYuanPerT(),
        sumOf(asked),
        row.aboveFen(),
        content,
        names.members().getOrDefault(row.askerId(), ""),
        row.askedAt(),
        asked.lastDay(),
        decider == null ? null : names.members().get(decider),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.reason(),
        causeOf(row),
        decision == null ? null : decision.result(),
        ApprovalProcess.of(row.process()).stepsOf(status, row.actor(caller)));
  }

  private @Nullable OvertakenBy causeOf(ApprovalRow row) {
    ApprovalRow.Decision decision = row.decision();
    if (decision != null) {
      return decision.cause();
    }
    return row.isOverOn(today()) ? OvertakenBy.TIME_OVER : null;
  }

  private @Nullable Map<String, Object> contentOf(@Nullable String text) {
    try {
      return text == null ? null : json.readValue(text, FREE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Names(Map<Id, String> members, Map<Id, OrganisationRef> organisations) {

    static Names of(Organisations organisations, List<ApprovalRow> rows) {
      return new Names(
          organisations.actorNames(
              rows.stream()
                  .flatMap(row ->
                      Stream.of(
                          row.askerId(), row.decision() == null ? null : row.decision().decider()))
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()),
              rows.stream().map(ApprovalRow::organisationId).collect(Collectors.toSet())),
          organisations.findAll(
              rows.stream()
                  .map(row -> row.asked().partner())
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet())));
    }
  }
}
