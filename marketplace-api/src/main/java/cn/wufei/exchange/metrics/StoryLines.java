package cn.wufei.exchange.metrics;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Joins postings to the lines of a story: those of one fact and one step are one line.
final class StoryLines {

  /// How many postings a line names.
  static final int POSTINGS_NAMED_MAX = 50;

  private final Caller caller;
  private final Lot lot;
  private final Map<Id, Subject> subjects;

  StoryLines(Caller caller, Lot lot, Map<Id, Subject> subjects) {
    this.caller = caller;
    this.lot = lot;
    this.subjects = subjects;
  }

  Collection<Id> subjectIds() {
    return subjects.keySet();
  }

  /// One line for each source and generation year of the stream, oldest first; none for what was
  /// wholly taken back.
  ///
  /// @param newest postings of each of the sums
  List<LotStory.Line> sources(List<StorySum> sums, List<StoryPosting> newest) {
    Map<SourceKey, List<StoryPosting>> named =
        grouped(newest, posting -> new SourceKey(posting.step(), posting.generationYear()));
    Map<SourceKey, List<StorySum>> summed =
        sums.stream()
            .collect(
                Collectors.groupingBy(
                    sum -> new SourceKey(sum.step(), sum.generationYear()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return summed.entrySet().stream()
        .filter(group -> sum(group.getValue(), StorySum::kg) != 0)
        .map(group -> source(group.getValue(), named.getOrDefault(group.getKey(), List.of())))
        .sorted(
            Comparator.comparing(
                    LotStory.Line::generationYear, Comparator.nullsFirst(Integer::compare))
                .thenComparing(LotStory.Line::step))
        .toList();
  }

  private LotStory.Line source(List<StorySum> sums, List<StoryPosting> newest) {
    StorySum first = sums.getFirst();
    return new LotStory.Line(
        Objects.requireNonNull(first.step()),
        latest(sums, StorySum::occurredOn),
        latest(sums, StorySum::recordedAt),
        sum(sums, StorySum::kg),
        first.generationYear(),
        null,
        LotStory.Subject.STREAM,
        lot.streamId(),
        null,
        null,
        named(newest),
        mayProve(newest));
  }

  /// The lines of facts, newest record first.
  ///
  /// @param whole whether the reader sees what is not its own
  List<Told> facts(List<StoryPosting> postings, boolean whole) {
    return grouped(postings, posting -> new FactKey(posting.transferId(), posting.step()))
        .values()
        .stream()
        .filter(group -> isShown(group.getFirst().step(), whole))
        .map(group -> {
          StoryPosting first = group.getFirst();
          Subject subject = Objects.requireNonNull(subjects.get(first.subjectId()));
          return new Told(
              first.transferId(), line(group, sum(group, StoryPosting::kg), subject, null));
        })
        .toList();
  }

  /// What a correction evens out within the yard is no step of the lot's tonnes.
  private static boolean isShown(@Nullable StoryStep step, boolean whole) {
    return step != StoryStep.ARRIVED && (whole || step != StoryStep.WITHDRAWN);
  }

  /// The lot's share of each report, with the rule that it follows from.
  List<Told> use(List<LotShare.Used> used, Map<Id, StoryViews.Reported> reports) {
    Map<Id, List<LotShare.Used>> byTransfer = new LinkedHashMap<>();
    used.forEach(part ->
        byTransfer.computeIfAbsent(part.posting().transferId(), _ -> new ArrayList<>()).add(part));
    List<Told> lines = new ArrayList<>();
    byTransfer.forEach((transfer, parts) -> {
      StoryPosting first = parts.getFirst().posting();
      StoryViews.Reported report = reports.get(first.subjectId());
      var subject =
          new Subject(
              LotStory.Subject.USE_REPORT,
              report == null ? null : report.month().toString(),
              partyOf(first));
      lines.add(
          new Told(
              transfer,
              line(
                  parts.stream().map(LotShare.Used::posting).toList(),
                  sum(parts, LotShare.Used::kg),
                  subject,
                  report == null ? null : report.rule())));
    });
    return lines;
  }

  /// @param used what was used of the lot, of which the ledger keeps no sum
  static LotStory.Sums sums(List<StorySum> sums, List<LotShare.Used> used) {
    Map<StoryStep, Long> totals =
        sums.stream()
            .filter(sum -> sum.step() != null)
            .collect(
                Collectors.groupingBy(
                    sum -> Objects.requireNonNull(sum.step()),
                    Collectors.summingLong(StorySum::kg)));
    ToLongFunction<StoryStep> total = step -> totals.getOrDefault(step, 0L);
    return new LotStory.Sums(
        total.applyAsLong(StoryStep.PUBLISHED),
        total.applyAsLong(StoryStep.RESERVED) - total.applyAsLong(StoryStep.UNRESERVED),
        total.applyAsLong(StoryStep.DISPATCHED),
        total.applyAsLong(StoryStep.RECEIVED),
        total.applyAsLong(StoryStep.RETURNED),
        sum(used, LotShare.Used::kg));
  }

  private @Nullable OrganisationRef partyOf(StoryPosting use) {
    return subjects.values().stream()
        .map(Subject::party)
        .filter(party -> party != null && use.isOf(party.id()))
        .findFirst()
        .orElse(null);
  }

  private LotStory.Line line(
      List<StoryPosting> group, long kg, Subject subject, @Nullable String rule) {
    StoryPosting last = group.getLast();
    return new LotStory.Line(
        Objects.requireNonNull(last.step()),
        latest(group, StoryPosting::occurredOn),
        last.recordedAt(),
        kg,
        null,
        subject.party(),
        subject.kind(),
        last.subjectId(),
        subject.number(),
        rule,
        named(group),
        mayProve(group));
  }

  private static List<Long> named(List<StoryPosting> postings) {
    return postings.reversed().stream()
        .limit(POSTINGS_NAMED_MAX)
        .map(StoryPosting::number)
        .toList();
  }

  private boolean mayProve(List<StoryPosting> postings) {
    return caller.role().seesAll()
        || postings.stream().allMatch(posting -> posting.isOf(caller.organisationId()));
  }

  private static <K> Map<K, List<StoryPosting>> grouped(
      List<StoryPosting> postings, Function<StoryPosting, K> key) {
    return postings.stream()
        .filter(posting -> posting.step() != null)
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  private static <T> long sum(List<T> parts, ToLongFunction<T> kg) {
    return parts.stream().mapToLong(kg).sum();
  }

  private static <T, U extends Comparable<? super U>> U latest(List<T> parts, Function<T, U> when) {
    return parts.stream().map(when).max(Comparator.naturalOrder()).orElseThrow();
  }

  /// What a line is about.
  record Subject(LotStory.Subject kind, @Nullable String number, @Nullable OrganisationRef party) {}

  /// A line and the transfer that it tells of.
  record Told(Id transfer, LotStory.Line line) {}

  private record SourceKey(@Nullable StoryStep step, @Nullable Integer year) {}

  private record FactKey(Id transferId, @Nullable StoryStep step) {}
}
